using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Runs;
using Espalier.Structures;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Runs;

public sealed class PlanTimerTests
{
    private static readonly TimeSpan Brief = TimeSpan.FromMilliseconds(10);

    [Fact]
    public void Measure_Plan_TimesBothAndChangesNothing()
    {
        using var module = new SmallNet(8, 3);
        var model = TracedModel.Trace(module, InputSpec.Of(1, 1, 6, 6));
        var timer = new PlanTimer(() => new LatencyMeter(batch: 2, threads: 1), () => TracedModel.Trace(new SmallNet(8, 3), InputSpec.Of(1, 1, 6, 6)), Brief);
        manual_seed(5);
        var expected = Draw();
        manual_seed(5);

        var times = timer.Measure(model, Half(model), default);

        Assert.Equal(expected, Draw());
        Assert.True(times.Before.Median > 0 && times.After.Median > 0);
        Assert.Equal(("libtorch-cpu", 2, 1), (times.Settings.Backend, times.Settings.Batch, times.Settings.Threads));
        Assert.Equal(8, module.state_dict()["conv.weight"].shape[0]);
    }

    [Fact]
    public void Measure_NothingToMeasureWith_SaysWhatToDo()
    {
        using var module = new SmallNet(8, 3);
        var model = TracedModel.Trace(module, InputSpec.Of(1, 1, 6, 6));
        var timer = new PlanTimer(() => null, () => throw new InvalidOperationException("not needed"), Brief);

        var error = Assert.Throws<RunException>(() => timer.Measure(model, Half(model), default));

        Assert.Contains("names no backend", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Measure_PlanForAnotherModel_IsRefused()
    {
        using var module = new SmallNet(8, 3);
        var model = TracedModel.Trace(module, InputSpec.Of(1, 1, 6, 6));
        var timer = new PlanTimer(() => new LatencyMeter(), () => TracedModel.Trace(new SmallNet(6, 3), InputSpec.Of(1, 1, 6, 6)), Brief);

        Assert.Throws<PlanException>(() => timer.Measure(model, Half(model), default));
    }

    [Fact]
    public void RequireTimer_HostHasNone_SaysSo()
    {
        using var module = new SmallNet(8, 3);
        var context = new MethodContext(TracedModel.Trace(module, InputSpec.Of(1, 1, 6, 6)));

        Assert.Contains("MethodContext.Timer", Assert.Throws<RunException>(context.RequireTimer).Message, StringComparison.Ordinal);
    }

    private static PruningPlan Half(TracedModel model)
    {
        var structure = ModelStructure.Find(model.Graphs);
        return new PruningPlanner(model, structure).PlanWidths(new Dictionary<IStructureGroup, int> { [structure.Groups[0]] = 4 }, null, "half");
    }

    private static float[] Draw()
    {
        using var drawn = rand(4);
        return drawn.data<float>().ToArray();
    }
}
