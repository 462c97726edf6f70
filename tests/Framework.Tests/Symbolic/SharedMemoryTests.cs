using Espalier.Framework.Tests.Operators;
using Espalier.Graphs;
using Espalier.Symbolic;
using static Espalier.Framework.Tests.Operators.Input;

namespace Espalier.Framework.Tests.Symbolic;

/// <summary>A change in place that another tensor would see is refused: the graph has no memory to share.</summary>
public sealed class SharedMemoryTests
{
    /// <summary>Forwards that look at memory which was changed by way of another tensor.</summary>
    public static TheoryData<string, Func<SymbolicTensor, SymbolicTensor>> Shared => new()
    {
        { "a view changed, its base used", y => { y.view(-1).add_(1); return y; } },
        { "a base changed, its view used", y => { var view = y.transpose(0, 1); y.add_(1); return view * 2; } },
        { "a view of a view changed", y => { y.view(-1).unsqueeze(0).mul_(2); return y + 1; } },
        { "a chunk changed, its neighbour used", y => { var parts = y.chunk(2, 1); parts[0].zero_(); return parts[1]; } },
    };

    /// <summary>Forwards in which nobody else looks.</summary>
    public static TheoryData<string, Func<SymbolicTensor, SymbolicTensor>> Apart => new()
    {
        { "an alias", y => { var alias = y; y.add_(1); return alias; } },
        { "a view taken afterwards", y => { y.add_(1); return y.view(-1); } },
        { "a view changed and used alone", y => { var view = y.view(-1); view.add_(1); return view; } },
        { "a result that is no view", y => { var twice = y * 2; y.add_(1); return twice + y; } },
    };

    [Theory]
    [MemberData(nameof(Shared))]
    public void Trace_OfMemoryChangedByAnotherTensor_NamesTheOperator(string what, Func<SymbolicTensor, SymbolicTensor> body)
    {
        var problem = Assert.Throws<TraceException>(() => Trace(body));
        Assert.Contains("in place", problem.Message, StringComparison.Ordinal);
        Assert.Contains("makes a new tensor", problem.Message, StringComparison.Ordinal);
        Assert.NotEmpty(what);
    }

    [Theory]
    [MemberData(nameof(Apart))]
    public void Trace_OfChangesNobodyElseSees_GoesOn(string what, Func<SymbolicTensor, SymbolicTensor> body)
    {
        Assert.Single(Trace(body).Outputs);
        Assert.NotEmpty(what);
    }

    [Fact]
    public void Trace_OfAParameterChangedInPlace_NamesIt()
    {
        using var linear = TorchSharp.torch.nn.Linear(4, 4);
        using var model = new TestModel(
            (t, x) => [x[0] + t.Tensor(linear.weight!).add_(1)],
            x => x,
            ("linear", linear));
        var problem = Assert.Throws<TraceException>(() => model.Graph(false, Normal(4, 4)));
        Assert.Contains("linear.weight", problem.Message, StringComparison.Ordinal);
    }

    private static Graph Trace(Func<SymbolicTensor, SymbolicTensor> body)
    {
        using var model = new TestModel((_, x) => [body(x[0] * 2)], x => x);
        return model.Graph(false, Normal(4, 6));
    }
}
