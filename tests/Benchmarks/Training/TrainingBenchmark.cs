using System.Diagnostics;
using System.Runtime.InteropServices;
using Espalier.Benchmarks.Torch;
using Espalier.Data;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Models;
using Espalier.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Benchmarks.Training;

/// <summary>
/// Fine-tuning by the framework, and the same loop written by hand in PyTorch, on the same libtorch and with the same number of threads, in turns: batches
/// with crop and flip, label smoothing, groups of weight decay, the mean loss.
/// </summary>
internal static class TrainingBenchmark
{
    /// <summary>Steps per epoch; each turn is one epoch.</summary>
    private const int Steps = 6;

    /// <summary>The largest ratio aimed at.</summary>
    private const double Aim = 1.1;

    public static int Run(int rounds, int threads)
    {
        set_num_threads(threads);
        using var peer = new PythonPeer(threads, "Training/peer.py");
        Console.WriteLine($"C#: libtorch {__version__}, {RuntimeInformation.FrameworkDescription}; Python: PyTorch {peer.Version}; {threads} threads");
        Console.WriteLine($"medians over {rounds} rounds of an epoch of {Steps} steps, in turns");
        Console.WriteLine();
        Console.WriteLine($"{"step",-22}{"C# (ms)",10}{"PyTorch (ms)",14}{"ratio",8}");
        manual_seed(1);
        var sgd = new TrainingOptions { Epochs = 1, EvaluateEvery = 0, LabelSmoothing = 0.1, LearningRate = 0.01 };
        var adam = sgd with { LearningRate = 1e-4, Optimizer = new() { Kind = OptimizerKind.AdamW } };
        var worst = Math.Max(
            Compare("ResNet-20", CifarResNet.ResNet20(10, CifarShortcut.Convolution), 128, sgd, peer, rounds),
            Compare("ViT", new Models.VisionTransformer(32, 4, 10, 192, 6, 3), 64, adam, peer, rounds));
        Console.WriteLine();
        Console.WriteLine($"largest ratio {worst:f3}, aim at most {Aim}");
        return worst <= Aim ? 0 : 1;
    }

    private static double Compare(string name, nn.Module module, int batch, TrainingOptions options, PythonPeer peer, int rounds)
    {
        using var data = Images(batch);
        var model = TracedModel.Trace(module, InputSpec.Of(1, 3, 32, 32));
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = -1; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            new Trainer(new MethodContext(model) { Data = data, Seed = round }, options).Run(default);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var other = peer.Time(name, Steps)[0];
            if (round >= 0)
            {
                ours.Add(seconds / Steps);
                theirs.Add(other / Steps);
            }
        }

        var ratio = Median(ours) / Median(theirs);
        Console.WriteLine($"{name,-22}{Median(ours) * 1e3,10:f1}{Median(theirs) * 1e3,14:f1}{ratio,8:f3}");
        module.Dispose();
        return ratio;
    }

    private static ModelData Images(int batch)
    {
        var count = Steps * batch;
        ImageSet Set() => new(
            "noise", randint(256, [count, 3, 32, 32], dtype: ScalarType.Byte), randint(10, [count], dtype: ScalarType.Int64),
            [.. Enumerable.Range(0, 10).Select(i => $"{i}")], new Normalization([0.49, 0.48, 0.45], [0.25, 0.24, 0.26]));
        return new ModelData(Set(), null, Set(), new DataSettings { Batch = batch });
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
