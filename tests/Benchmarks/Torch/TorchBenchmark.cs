using System.Diagnostics;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Benchmarks.Torch;

/// <summary>
/// The same steps from C# and from PyTorch, on the same libtorch and with the same number of threads, in turns, so that a change of the
/// machine's speed meets both.
/// </summary>
internal static class TorchBenchmark
{
    /// <summary>Steps per turn, about half a second to two seconds each.</summary>
    private const int StepsPerTurn = 3;

    /// <summary>The largest ratio aimed at.</summary>
    private const double Aim = 1.05;

    public static int Run(int rounds, int threads)
    {
        set_num_threads(threads);
        using var peer = new PythonPeer(threads);
        Console.WriteLine($"C#: libtorch {__version__}, {RuntimeInformation.FrameworkDescription}; Python: PyTorch {peer.Version}; {threads} threads");
        Console.WriteLine($"medians over {rounds} rounds of {StepsPerTurn} steps, in turns");
        Console.WriteLine();
        Console.WriteLine($"{"step",-22}{"C# (ms)",10}{"PyTorch (ms)",14}{"ratio",8}");

        var (resnet, vit) = (new ResNet20(), new VisionTransformer());
        using var convolutional = new Workload(resnet, 128, optim.SGD(resnet.parameters(), 0.01, momentum: 0.9, weight_decay: 1e-4));
        using var attentive = new Workload(vit, 64, optim.AdamW(vit.parameters(), 1e-3, weight_decay: 0.05));
        var worst = new[]
        {
            Compare("ResNet-20-training", convolutional.Train, peer, rounds),
            Compare("ResNet-20-inference", convolutional.Infer, peer, rounds),
            Compare("ViT-training", attentive.Train, peer, rounds),
            Compare("ViT-inference", attentive.Infer, peer, rounds),
        }.Max();
        Console.WriteLine();
        Console.WriteLine($"largest ratio {worst:f3}, aim at most {Aim}");
        Console.WriteLine();
        CompareSmallCall(peer, rounds);
        return worst <= Aim ? 0 : 1;
    }

    private static double Compare(string name, Action step, PythonPeer peer, int rounds)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        _ = Time(step, 1).First();
        _ = peer.Time(name, 1);
        for (var round = 0; round < rounds; round++)
        {
            ours.AddRange(Time(step, StepsPerTurn));
            theirs.AddRange(peer.Time(name, StepsPerTurn));
        }

        var ratio = Median(ours) / Median(theirs);
        Console.WriteLine($"{name,-22}{Median(ours) * 1e3,10:f1}{Median(theirs) * 1e3,14:f1}{ratio,8:f3}");
        return ratio;
    }

    private static void CompareSmallCall(PythonPeer peer, int rounds)
    {
        var native = NativeAdd.Build();
        if (native is null)
        {
            Console.WriteLine("native_add.cpp could not be built: the small call is not compared.");
            return;
        }

        var (ours, theirs, python) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(SmallCall.Time());
            theirs.Add(NativeAdd.Time(native));
            python.Add(peer.Time("add", 1)[0] * 1e3);
        }

        Console.WriteLine(
            $"a + b of three numbers: C# {Median(ours):f0} ns, C++ {Median(theirs):f0} ns, Python {Median(python):f0} ns; " +
            $"C# takes {Median(ours) - Median(theirs):f0} ns more than C++, aim at most 1000");
    }

    private static IEnumerable<double> Time(Action step, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            step();
            yield return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
