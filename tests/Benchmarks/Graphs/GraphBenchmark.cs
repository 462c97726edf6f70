using System.Diagnostics;
using System.Globalization;
using Espalier.Graphs;
using Espalier.Models;
using Espalier.Planning;
using Espalier.Structures;
using Espalier.Surgery;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Benchmarks.Graphs;

/// <summary>How long it takes to trace a model, to find its groups, to plan and to cut, and Torch-Pruning beside it where Python has it.</summary>
internal static class GraphBenchmark
{
    private sealed record Times(double Trace, double Groups, double Plan, double Cut, double Copy, long Tensors, int GroupCount);

    private static readonly (string Name, Func<nn.Module> Make)[] Models =
    [
        ("resnet18", () => ResNet.ResNet18()),
        ("resnet50", () => ResNet.ResNet50()),
        ("mobilenet_v2", () => MobileNetV2.Standard()),
        ("densenet121", () => DenseNet.DenseNet121()),
        ("densenet201", () => DenseNet.DenseNet201()),
        ("deit_base", () => VisionTransformer.DeitBase()),
    ];

    public static int Run(int rounds)
    {
        torch.set_num_threads(1);
        var peer = TorchPruningPeer.Run([.. Models.Select(m => m.Name)]);
        Console.WriteLine("milliseconds, medians of {0} rounds after warm-up, one thread; peer: Torch-Pruning{1}", rounds, peer.Count == 0 ? " (not installed for python3)" : "");
        Console.WriteLine("{0,-14}{1,8}{2,8}{3,8}{4,8}{5,8}{6,9}{7,9}{8,14}{9,14}", "model", "groups", "trace", "find", "plan", "cut", "(copy)", "tensors", "peer graph", "peer prune");
        foreach (var (name, make) in Models)
        {
            WarmUp(make);
            var measured = Enumerable.Range(0, rounds + 2).Select(_ => Measure(make)).Skip(2).ToArray();
            double Median(Func<Times, double> pick) => measured.Select(pick).Order().ElementAt(measured.Length / 2);
            var (trace, find, plan, cut) = (Median(t => t.Trace), Median(t => t.Groups), Median(t => t.Plan), Median(t => t.Cut));
            var beside = peer.TryGetValue(name, out var p)
                ? string.Create(CultureInfo.InvariantCulture, $"{p.Graph * 1000,8:f0} x{p.Graph * 1000 / (trace + find),-5:f0}{p.Prune * 1000,8:f0} x{p.Prune * 1000 / (plan + cut),-5:f0}")
                : "";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-14}{measured[0].GroupCount,8}{trace,8:f2}{find,8:f2}{plan,8:f2}{cut,8:f1}{Median(t => t.Copy),9:f1}{measured.Max(t => t.Tensors),9}{beside}"));
        }

        Huge();
        return 0;
    }

    /// <summary>Runs until the compiler has made its best code of everything.</summary>
    private static void WarmUp(Func<nn.Module> make)
    {
        using var model = make();
        for (var round = 0; round < 100; round++)
        {
            var traced = TracedModel.Trace(model, InputSpec.Of(1, 3, 224, 224));
            _ = new PruningPlanner(traced, ModelStructure.Find(traced.Graphs)).PlanUniform(0.5);
        }
    }

    private static Times Measure(Func<nn.Module> make)
    {
        using var model = make();
        var before = torch.Tensor.TotalCount;
        var clock = Stopwatch.StartNew();
        var traced = TracedModel.Trace(model, InputSpec.Of(1, 3, 224, 224));
        var trace = Lap(clock);
        var structure = ModelStructure.Find(traced.Graphs);
        var groups = Lap(clock);
        var tensors = torch.Tensor.TotalCount - before;
        var plan = new PruningPlanner(traced, structure).PlanUniform(0.5);
        var planning = Lap(clock);
        using (Surgeon.Apply(traced, plan))
        {
        }

        var cut = Lap(clock);
        using (no_grad())
        using (NewDisposeScope())
        {
            foreach (var parameter in model.parameters())
            {
                parameter.clone();
            }
        }

        return new Times(trace, groups, planning, cut, Lap(clock), tensors, structure.Groups.Count);
    }

    /// <summary>A vision transformer of 22 billion parameters, built without weights.</summary>
    private static void Huge()
    {
        for (var round = 0; round < 2; round++)
        {
            using var model = new VisionTransformer(224, 14, 1000, 6144, 48, 48, device: META);
            var parameters = model.parameters().Sum(p => p.numel());
            var clock = Stopwatch.StartNew();
            var traced = TracedModel.Trace(model, InputSpec.Of(1, 3, 224, 224));
            var structure = ModelStructure.Find(traced.Graphs);
            _ = new PruningPlanner(traced, structure).PlanUniform(0.5);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ViT of {parameters / 1e9:f1} billion parameters, without weights: trace, groups and plan {Lap(clock):f0} ms{(round == 0 ? " (cold)" : "")}"));
        }
    }

    private static double Lap(Stopwatch clock)
    {
        var elapsed = clock.Elapsed.TotalMilliseconds;
        clock.Restart();
        return elapsed;
    }
}
