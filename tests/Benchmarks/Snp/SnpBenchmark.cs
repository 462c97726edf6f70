using System.Diagnostics;
using Espalier.Counting;
using Espalier.Data;
using Espalier.Execution;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Plugins.Snp;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Benchmarks.Snp;

/// <summary>SNP's scoring and pruning of a DeiT beside the forward passes over its calibration images alone, in time and in memory.</summary>
internal static class SnpBenchmark
{
    /// <summary>The largest ratio aimed at.</summary>
    private const double Aim = 1.2;

    private const int Batch = NoiseImages.Batch;

    public static int Run(string size, int images, int threads)
    {
        set_num_threads(threads);
        manual_seed(1);
        using var module = size switch
        {
            "tiny" => Models.VisionTransformer.DeitTiny(attention: Models.AttentionKind.Split),
            "small" => Models.VisionTransformer.DeitSmall(attention: Models.AttentionKind.Split),
            _ => Models.VisionTransformer.DeitBase(attention: Models.AttentionKind.Split),
        };
        module.eval();
        using var data = NoiseImages.Of(images);
        var model = TracedModel.Trace(module, InputSpec.Of(Batch, 3, 224, 224));
        var counts = ModelCounts.Of(model);
        Console.WriteLine($"DeiT-{size}, {images} images in batches of {Batch}, {threads} threads, {counts.Parameters} parameters");

        Forward(model, data, Math.Min(images, Batch));
        var memory = PeakOf(out var forward, () => Forward(model, data, images));
        var options = new SnpOptions { Qk = 0.5, V = 0.4, Ffn = 0.3, Residual = 0.2, Images = images, Batch = Batch };
        var context = new MethodContext(model) { Data = data };
        var pruningMemory = PeakOf(out var pruning, () => new SnpMethod(options).Run(context, default));

        var ratio = pruning / forward;
        Console.WriteLine($"forward passes alone   {forward,8:f2} s   peak {memory,7:f0} MB");
        Console.WriteLine($"scoring and pruning    {pruning,8:f2} s   peak {pruningMemory,7:f0} MB");
        Console.WriteLine($"model {counts.ParameterBytes / 1e6:f0} MB, most activations at a time {counts.PeakActivationBytes / 1e6:f0} MB");
        Console.WriteLine($"ratio {ratio:f3}, aim at most {Aim}");
        return ratio <= Aim ? 0 : 1;
    }

    private static void Forward(TracedModel model, ModelData data, int images)
    {
        using var noGrad = no_grad();
        var interpreter = new Interpreter(model.Evaluation, model.Module);
        foreach (var batch in data.Calibration(images, 0, Batch))
        {
            using (batch)
            {
                interpreter.Run(batch.Images)[0].Dispose();
            }
        }
    }

    /// <summary>The most memory that the process held while something ran, in MB, looked at a hundred times a second.</summary>
    private static double PeakOf(out double seconds, Action action)
    {
        using var process = Process.GetCurrentProcess();
        using var stop = new CancellationTokenSource();
        var peak = 0L;
        var watcher = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                process.Refresh();
                peak = Math.Max(peak, process.WorkingSet64);
                Thread.Sleep(10);
            }
        });
        watcher.Start();
        var start = Stopwatch.GetTimestamp();
        action();
        seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        stop.Cancel();
        watcher.Join();
        return peak / 1e6;
    }
}
