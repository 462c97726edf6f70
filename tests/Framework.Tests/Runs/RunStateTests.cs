using Espalier.Framework.Tests.Weights;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Reports;
using Espalier.Runs;
using Espalier.Structures;
using Espalier.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Runs;

public sealed class RunStateTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Restore_AfterASaveInAnInnerMethod_BringsEverythingBack()
    {
        manual_seed(1);
        var (weights, draw) = SaveInnerStep();

        manual_seed(2);
        using var masks = new WeightMasks();
        using var metrics = new MetricsFile(temporary.At("metrics.jsonl"));
        using var state = Open(masks, metrics);
        state.Restore();

        Assert.Equal(draw, Draw());
        Assert.Equal(weights, Weights(state.Model));
        Assert.Equal([true, false, true, true], Bits(masks.Masks["conv.bias"]));
        Assert.Equal("0", state.Step.Restored!.Values["round"]);
        Assert.Equal([5f, 6f], state.Step.Inner("round-1").Restored!.Tensors["momentum"].data<float>().ToArray());
        Assert.Null(state.Step.Inner("round-2").Restored);
        Assert.Single(File.ReadAllLines(temporary.At("metrics.jsonl")));
        Assert.True(state.IsInStep);
    }

    [Fact]
    public void Save_OuterMethod_DropsWhatInnerOnesSaved()
    {
        using (var masks = new WeightMasks())
        using (var metrics = new MetricsFile(temporary.At("metrics.jsonl")))
        using (var state = Open(masks, metrics))
        {
            state.Begin(new ReportStage("dense", 1, 1, 1));
            state.Step.Inner("a").Save(Snapshot(1));
            state.Step.Save(Snapshot(2));
        }

        using var noMasks = new WeightMasks();
        using var again = new MetricsFile(temporary.At("metrics.jsonl"));
        using var restored = Open(noMasks, again);
        restored.Restore();

        Assert.Equal(2, restored.Step.Restored!.Position);
        Assert.Null(restored.Step.Inner("a").Restored);
    }

    [Fact]
    public void Save_TensorsChangedAfterwards_KeepsWhatTheyWere()
    {
        using var momentum = ones(2);
        using (var masks = new WeightMasks())
        using (var metrics = new MetricsFile(temporary.At("metrics.jsonl")))
        using (var state = Open(masks, metrics))
        {
            state.Begin(new ReportStage("dense", 1, 1, 1));
            state.Step.Save(new StepSnapshot(1, new Dictionary<string, Tensor> { ["m"] = momentum }, new Dictionary<string, string>()));
            momentum.add_(1);
            state.Step.Inner("a").Save(Snapshot(1));
        }

        using var noMasks = new WeightMasks();
        using var again = new MetricsFile(temporary.At("metrics.jsonl"));
        using var restored = Open(noMasks, again);
        restored.Restore();

        Assert.Equal([1f, 1f], restored.Step.Restored!.Tensors["m"].data<float>().ToArray());
    }

    [Fact]
    public void Restore_DamagedFile_NamesIt()
    {
        File.WriteAllText(temporary.At("state.safetensors"), "no such thing");
        using var masks = new WeightMasks();
        using var metrics = new MetricsFile(temporary.At("metrics.jsonl"));
        using var state = Open(masks, metrics);

        Assert.Contains("state.safetensors", Assert.Throws<WeightFileException>(state.Restore).Message, StringComparison.Ordinal);
    }

    private (float[] Weights, float[] Draw) SaveInnerStep()
    {
        using var masks = new WeightMasks();
        using var metrics = new MetricsFile(temporary.At("metrics.jsonl"));
        using var state = Open(masks, metrics);
        var context = new MethodContext(state.Model) { Applied = state.Applied, Masks = masks };
        masks.Set("conv.bias", tensor(new[] { true, false, true, true, true, true, true, true }));
        state.Begin(new ReportStage("dense", 1, 1, 1));
        metrics.Of(1, "a").Write("round", 0, new Dictionary<string, double>());
        var group = context.Structure.Groups[0];
        context.Apply(new PruningPlanner(context.Model, context.Structure).PlanWidths(new Dictionary<IStructureGroup, int> { [group] = 4 }, null, "half"));
        state.Step.Save(Snapshot(1));
        rand(3).Dispose();
        using var momentum = tensor(new[] { 5f, 6f });
        state.Step.Inner("round-1").Save(new StepSnapshot(3, new Dictionary<string, Tensor> { ["momentum"] = momentum }, new Dictionary<string, string>()));
        // What comes after the save is lost with the process.
        metrics.Of(1, "a").Write("round", 1, new Dictionary<string, double>());
        return (Weights(state.Model), Draw());
    }

    private RunState Open(WeightMasks masks, MetricsFile metrics)
    {
        var model = TracedModel.Trace(new SmallNet(8, 3), InputSpec.Of(1, 1, 6, 6));
        return new RunState(temporary.At("state.safetensors"), model, masks, metrics);
    }

    private static StepSnapshot Snapshot(long position) =>
        new(position, new Dictionary<string, Tensor>(), new Dictionary<string, string> { ["round"] = "0" });

    private static float[] Weights(TracedModel model) =>
        [.. model.Module.state_dict().Where(pair => pair.Value.is_floating_point()).SelectMany(pair => pair.Value.detach().reshape(-1).data<float>().ToArray())];

    private static float[] Draw()
    {
        using var drawn = rand(4);
        return drawn.data<float>().ToArray();
    }

    private static bool[] Bits(Tensor tensor) => tensor.data<bool>().ToArray();
}
