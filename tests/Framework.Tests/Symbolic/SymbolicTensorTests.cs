using Espalier.Framework.Tests.Operators;
using Espalier.Graphs;
using Espalier.Operators;
using Espalier.Symbolic;
using static Espalier.Framework.Tests.Operators.Input;

namespace Espalier.Framework.Tests.Symbolic;

public sealed class SymbolicTensorTests
{
    [Fact]
    public void WritingOverATensorIsSeenByWhoeverHoldsIt()
    {
        var graph = Trace(x =>
        {
            var y = x[0] * 2;
            var alias = y;
            y.add_(1);
            return alias;
        });
        Assert.Equal("aten::add.Scalar", graph.Outputs[0].Producer!.Operator);
    }

    [Fact]
    public void AModuleThatWritesOverItsInputDoesSoForWhoeverHoldsIt()
    {
        using var relu = TorchSharp.torch.nn.ReLU(inplace: true);
        using var model = new TestModel(
            (t, x) =>
            {
                var y = x[0] * 2;
                t.Call(relu, y);
                return [y];
            },
            x => x,
            ("relu", relu));
        Assert.Equal("aten::relu", model.Graph(false, Normal(2)).Outputs[0].Producer!.Operator);
    }

    [Fact]
    public void SizesRememberWhereTheyComeFrom()
    {
        var graph = Trace(x => x[0].reshape(x[0].size(0) * 2, x[0].size(1) / 2));
        var sizes = graph.Nodes[0].Sizes(1);
        Assert.Equal([4L, 4L], sizes.Select(size => size.Value));
        Assert.IsType<DimSource.Computed>(sizes[0].Source);
    }

    [Fact]
    public void WhatChangesNothingRecordsNothing()
    {
        var graph = Trace(x => x[0].to(TorchSharp.torch.float32).cpu().alias()[SymbolicIndex.Colon, SymbolicIndex.Ellipsis]);
        Assert.Empty(graph.Nodes);
    }

    [Fact]
    public void ANumberKeepsItsKind()
    {
        var graph = Trace(x => x[0] + (Dim)3 + 1.5f + true);
        Assert.IsType<Argument.Size>(graph.Nodes[0].Arguments[1]);
        Assert.IsType<Argument.Number>(graph.Nodes[1].Arguments[1]);
        Assert.IsType<Argument.Flag>(graph.Nodes[2].Arguments[1]);
    }

    [Fact]
    public void AnOperatorMayBeAddedOnce()
    {
        var own = new OpaqueOperator("tests::own");
        OperatorTable.Register(own);
        Assert.Same(own, OperatorTable.Find("tests::own"));
        Assert.Throws<ArgumentException>(() => OperatorTable.Register(own));
        Assert.Null(OperatorTable.Find("tests::unknown"));
    }

    private static Graph Trace(Func<SymbolicTensor[], SymbolicTensor> body)
    {
        using var model = new TestModel((_, x) => [body(x)], x => x);
        return model.Graph(false, Normal(2, 8));
    }
}
