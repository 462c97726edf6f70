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
    private sealed record FindTimes(double Trace, double Groups, long Tensors, int GroupCount);

    private sealed record CutTimes(double Plan, double Cut, double Copy);

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
        // The least time is what the machine can do; the median says what else it did meanwhile.
        Console.WriteLine("{0,-14}{1,8}{2,8}{3,8}{4,8}{5,8}{6,8}{7,9}{8,9}{9,14}{10,14}", "model", "groups", "trace", "find", "least", "plan", "cut", "(copy)", "tensors", "peer graph", "peer prune");
        foreach (var (name, make) in Models)
        {
            WarmUp(make);
            // Finding and cutting in rounds of their own: a new model of random weights before each would leave nothing of the former in the processor's caches.
            var found = Find(make, rounds);
            var done = Enumerable.Range(0, rounds).Select(_ => Cut(make)).ToArray();
            var (trace, find) = (Median(found, t => t.Trace), Median(found, t => t.Groups));
            var (plan, cut) = (Median(done, t => t.Plan), Median(done, t => t.Cut));
            var beside = peer.TryGetValue(name, out var p)
                ? string.Create(CultureInfo.InvariantCulture, $"{p.Graph * 1000,8:f0} x{p.Graph * 1000 / (trace + find),-5:f0}{p.Prune * 1000,8:f0} x{p.Prune * 1000 / (plan + cut),-5:f0}")
                : "";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-14}{found[0].GroupCount,8}{trace,8:f2}{find,8:f2}{found.Min(t => t.Trace + t.Groups),8:f2}{plan,8:f2}{cut,8:f1}{Median(done, t => t.Copy),9:f1}{found.Max(t => t.Tensors),9}{beside}"));
        }

        Huge();
        return 0;
    }

    /// <summary>Runs until the compiler has made its best code of everything.</summary>
    private static void WarmUp(Func<nn.Module> make)
    {
        using var model = make();
        for (var round = 0; round < 300; round++)
        {
            var traced = TracedModel.Trace(model, InputSpec.Of(1, 3, 224, 224));
            _ = new PruningPlanner(traced, ModelStructure.Find(traced.Graphs)).PlanUniform(0.5);
        }
    }

    private static double Median<T>(IReadOnlyCollection<T> times, Func<T, double> pick) => times.Select(pick).Order().ElementAt(times.Count / 2);

    private static FindTimes[] Find(Func<nn.Module> make, int rounds)
    {
        using var model = make();
        var times = new FindTimes[rounds];
        for (var round = 0; round < rounds; round++)
        {
            var before = torch.Tensor.TotalCount;
            var clock = Stopwatch.StartNew();
            var traced = TracedModel.Trace(model, InputSpec.Of(1, 3, 224, 224));
            var trace = Lap(clock);
            var structure = ModelStructure.Find(traced.Graphs);
            times[round] = new FindTimes(trace, Lap(clock), torch.Tensor.TotalCount - before, structure.Groups.Count);
        }

        return times;
    }

    private static CutTimes Cut(Func<nn.Module> make)
    {
        using var model = make();
        var traced = TracedModel.Trace(model, InputSpec.Of(1, 3, 224, 224));
        var structure = ModelStructure.Find(traced.Graphs);
        var clock = Stopwatch.StartNew();
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

        return new CutTimes(planning, cut, Lap(clock));
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
