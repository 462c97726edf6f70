using Espalier.Benchmarks.Generators;
using Espalier.Benchmarks.Graphs;
using Espalier.Benchmarks.Memory;
using Espalier.Benchmarks.Snp;
using Espalier.Benchmarks.Torch;
using Espalier.Benchmarks.Training;

namespace Espalier.Benchmarks;

/// <summary>The measurements, each a command: <c>dotnet run -c Release --project tests/Benchmarks -- torch</c>.</summary>
internal static class Program
{
    private const string Usage = """
        usage: dotnet run -c Release --project tests/Benchmarks -- COMMAND

          torch  [rounds=5] [threads=2]  training and inference steps, and one small operator call, beside PyTorch's
          graphs [rounds=5]              tracing, groups, planning and surgery, beside Torch-Pruning
          generator [edits=200]          an edit of a project of 500 files, 20 of them models, while the generator runs
          training [rounds=5] [threads=2]  fine-tuning by the framework, beside the loop written by hand in PyTorch
          snp [images=64] [threads=1] [base|small|tiny]  SNP's scoring and pruning of a DeiT beside its forward passes alone
          latency [threads=1] [batch=1] [rounds=20]  DeiT-T, S and B beside the models that SNP's authors released, and beside their times
          memory [steps=20000]           a small model trained with dispose scopes and without: tensors and memory over time
        """;

    private static int Main(string[] arguments)
    {
        var numbers = arguments.Skip(1).Select(text => int.TryParse(text, out var number) ? number : 0).ToArray();
        switch (arguments.FirstOrDefault())
        {
            case "torch" when numbers.All(number => number > 0):
                return TorchBenchmark.Run(numbers.ElementAtOrDefault(0, 5), numbers.ElementAtOrDefault(1, 2));
            case "graphs" when numbers.All(number => number > 0):
                return GraphBenchmark.Run(numbers.ElementAtOrDefault(0, 5));
            case "generator" when numbers.All(number => number > 0):
                return GeneratorBenchmark.Run(numbers.ElementAtOrDefault(0, 200));
            case "training" when numbers.All(number => number > 0):
                return TrainingBenchmark.Run(numbers.ElementAtOrDefault(0, 5), numbers.ElementAtOrDefault(1, 2));
            case "snp" when numbers.Take(2).All(number => number > 0):
                return SnpBenchmark.Run(arguments.ElementAtOrDefault(3) ?? "base", numbers.ElementAtOrDefault(0, 64), numbers.ElementAtOrDefault(1, 1));
            case "latency" when numbers.All(number => number > 0):
                return LatencyBenchmark.Run(numbers.ElementAtOrDefault(0, 1), numbers.ElementAtOrDefault(1, 1), numbers.ElementAtOrDefault(2, 20));
            case "memory" when numbers.All(number => number > 0):
                return MemoryRun.Run(numbers.ElementAtOrDefault(0, 20_000));
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static int ElementAtOrDefault(this int[] numbers, int index, int otherwise) => index < numbers.Length ? numbers[index] : otherwise;
}
