using Espalier.Criteria;
using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Criteria;

public sealed class BatchGraphsTests
{
    [Fact]
    public void For_BatchesOfAnySize_TracesEachOnce()
    {
        using var scope = NewDisposeScope();
        var model = TracedModel.Trace(new ByBatch(), InputSpec.Of(1, 4));
        var graphs = new BatchGraphs(model);
        Assert.Same(model.Evaluation, graphs.For(zeros(1, 4)));
        var two = graphs.ForImages(zeros(2, 4));
        Assert.NotSame(model.Evaluation, two);
        Assert.Same(two, graphs.For(zeros(2, 4)));
        var output = model.Evaluation.Outputs[0];
        Assert.Same(two.Outputs[0], BatchGraphs.Counterpart(two, output));
    }

    [Fact]
    public void Counterpart_ModelThatComputesSomethingElse_IsRefused()
    {
        using var scope = NewDisposeScope();
        var model = TracedModel.Trace(new ByBatch(), InputSpec.Of(1, 4));
        var three = new BatchGraphs(model).For(zeros(3, 4));
        var error = Assert.Throws<CriterionException>(() => BatchGraphs.Counterpart(three, model.Evaluation.Outputs[0]));
        Assert.Contains("forward depends on the batch", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ForImages_AnotherSize_IsRefused()
    {
        using var scope = NewDisposeScope();
        var graphs = new BatchGraphs(TracedModel.Trace(new ByBatch(), InputSpec.Of(1, 4)));
        var error = Assert.Throws<CriterionException>(() => graphs.ForImages(zeros(2, 6)));
        Assert.Contains("images are [6]; the model takes [4]", error.Message, StringComparison.Ordinal);
    }
}
