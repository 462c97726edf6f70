using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Benchmarks.Memory;

/// <summary>Trains a small model for long, with dispose scopes and without, and shows live tensors and resident memory on the way.</summary>
internal static class MemoryRun
{
    private const int Reports = 10;

    public static int Run(int steps)
    {
        var flat = Train("dispose scopes", steps, inScopes: true);
        return Train("no disposal", steps, inScopes: false) & flat ? 0 : 1;
    }

    private static bool Train(string title, int steps, bool inScopes)
    {
        manual_seed(1);
        using var model = nn.Sequential(
            nn.Conv2d(3, 16, 3, padding: 1), nn.BatchNorm2d(16), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(16, 10));
        using var optimizer = optim.AdamW(model.parameters(), 1e-3);
        using var input = randn(16, 3, 16, 16);
        using var target = randint(10, [16]);

        Console.WriteLine($"{title}, {steps} steps of AdamW");
        Console.WriteLine($"{"step",8}{"tensors",10}{"resident (MiB)",16}");
        var resident = new List<long>();
        for (var step = 1; step <= steps; step++)
        {
            using var scope = inScopes ? NewDisposeScope() : null;
            optimizer.zero_grad();
            nn.functional.cross_entropy(model.forward(input), target).backward();
            optimizer.step();
            if (step % Math.Max(steps / Reports, 1) == 0)
            {
                scope?.Dispose();
                resident.Add(Environment.WorkingSet >> 20);
                Console.WriteLine($"{step,8}{Tensor.TotalCount,10}{resident[^1],16}");
            }
        }

        // The first tenth warms up: kernels, pools and the garbage collector's own heap.
        var growth = resident[^1] - resident[0];
        Console.WriteLine($"grew by {growth} MiB after the first tenth");
        Console.WriteLine();
        return growth < 64;
    }
}
