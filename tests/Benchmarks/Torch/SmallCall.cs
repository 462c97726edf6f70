using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Benchmarks.Torch;

/// <summary>One small operator call from C#.</summary>
internal static class SmallCall
{
    private const int Count = 1_000_000;

    /// <summary>Nanoseconds per addition of three numbers, in a scope, each result disposed at once.</summary>
    public static double Time()
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        var (a, b) = (ones(3), ones(3));
        Add(a, b, Count / 10);
        var start = Stopwatch.GetTimestamp();
        Add(a, b, Count);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Count;
    }

    private static void Add(Tensor a, Tensor b, int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var sum = a + b;
        }
    }
}
