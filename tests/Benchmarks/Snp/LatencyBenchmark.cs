using System.Diagnostics;
using System.Globalization;
using Espalier.Plugins.Snp.Tests;
using Espalier.Reports;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Benchmarks.Snp;

/// <summary>The DeiTs of SNP's paper, dense and with the widths that were released, on libtorch and this CPU; beside the paper's own times.</summary>
internal static class LatencyBenchmark
{
    /// <summary>A turn is short, so that what disturbs the machine for seconds disturbs both models.</summary>
    private const int RunsPerTurn = 3;

    private static readonly (string Key, string Name)[] Models =
        [("tiny", "DeiT-T"), ("small", "DeiT-S"), ("smaller", "DeiT-S, small"), ("base", "DeiT-B")];

    public static int Run(int threads, int batch, int rounds)
    {
        set_num_threads(threads);
        Console.WriteLine($"{Processor()}, {Environment.ProcessorCount} processors, libtorch {__version__}, threads {threads}, batch {batch}");
        Console.WriteLine($"{rounds} rounds; in each, one model and then the other runs {RunsPerTurn} times after a run that is not timed. Medians with their middle half, in ms;");
        Console.WriteLine("the ratio is the median over the rounds. The paper's times are dense -> pruned, one image but for the RTX 3090's 64.");
        Console.WriteLine();
        Console.WriteLine("| model | million parameters | GMACs | dense | pruned | faster | paper: Raspberry Pi 4B | Jetson Nano | Xeon 4210R | RTX 3090 |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var (key, name) in Models)
        {
            using var pair = new ReleasedPair(Released.All[key]);
            var paper = PublishedTimes.All[key];
            var (dense, pruned, ratio) = Measure(pair, batch, rounds);
            string[] cells =
            [
                name, Change(pair.Before.Parameters, pair.After.Parameters, 1e6), Change(pair.Before.Macs, pair.After.Macs, 1e9), Text(dense), Text(pruned),
                string.Create(CultureInfo.InvariantCulture, $"{ratio.Median:0.00} ({ratio.LowerQuartile:0.00} to {ratio.UpperQuartile:0.00})"),
                Text(paper.RaspberryPi), Text(paper.Jetson), Text(paper.Xeon), Text(paper.Gpu),
            ];
            Console.WriteLine($"| {string.Join(" | ", cells)} |");
        }

        return 0;
    }

    private static (Latency Dense, Latency Pruned, Latency Ratio) Measure(ReleasedPair pair, int batch, int rounds)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var input = randn(batch, 3, 224, 224);
        var (dense, pruned, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            var (one, other) = (Turn(pair.Dense, input), Turn(pair.Pruned, input));
            dense.AddRange(one);
            pruned.AddRange(other);
            ratios.Add(Latency.Of(one).Median / Latency.Of(other).Median);
        }

        return (Latency.Of(dense), Latency.Of(pruned), Latency.Of(ratios));
    }

    private static double[] Turn(nn.Module<Tensor, Tensor> model, Tensor input)
    {
        var times = new double[RunsPerTurn];
        for (var run = -1; run < RunsPerTurn; run++)
        {
            var start = Stopwatch.GetTimestamp();
            model.call(input).Dispose();
            if (run >= 0)
            {
                times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        return times;
    }

    private static string Change(long before, long after, double unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{before / unit:0.000} -> {after / unit:0.000}");

    private static string Text(Latency time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.Median:0.0} ({time.LowerQuartile:0.0} to {time.UpperQuartile:0.0})");

    private static string Text((double Dense, double Pruned) times) =>
        string.Create(CultureInfo.InvariantCulture, $"{times.Dense:0.0} -> {times.Pruned:0.0} ({times.Dense / times.Pruned:0.00})");

    /// <summary>The CPU's name; its architecture where the system does not tell.</summary>
    private static string Processor()
    {
        const string Source = "/proc/cpuinfo";
        var line = File.Exists(Source) ? File.ReadLines(Source).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim() ?? System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString();
    }
}
