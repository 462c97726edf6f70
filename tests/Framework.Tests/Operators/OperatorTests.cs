using Espalier.Execution;
using Espalier.Graphs;
using Espalier.Labels;
using Espalier.Operators;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Operators;

/// <summary>Every operator must infer the shape and dtype of the real result, and run to the same numbers.</summary>
public sealed class OperatorTests
{
    private static readonly Dictionary<string, OperatorCase> ByName = All().ToDictionary(one => one.Name);

    public static TheoryData<string> Names => [.. ByName.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void InfersAndRunsLikeTorchSharp(string name)
    {
        var one = ByName[name];
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        manual_seed(1);
        Tensor[] inputs = [.. one.Inputs.Select(input => input.Make())];
        var graph = Trace(one);
        if (name.StartsWith("aten::", StringComparison.Ordinal))
        {
            Assert.Contains(name.Split([' ', ','])[0], graph.Nodes.Select(node => node.Operator));
        }

        var expected = one.Real(inputs);
        var actual = new Interpreter(graph, new ParameterSource(_ => null)).Run(inputs);
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].shape, graph.Outputs[i].Shape);
            Assert.Equal(expected[i].dtype, graph.Outputs[i].DType);
            Assert.Equal(expected[i].shape, actual[i].shape);
            Assert.Equal(expected[i].dtype, actual[i].dtype);
            Assert.True(allclose(actual[i].to(float64), expected[i].to(float64), 1e-5, 1e-6, equal_nan: true), $"{name}: the numbers differ.");
        }
    }

    [Fact]
    public void EveryOperatorHasACase()
    {
        var covered = ByName.Values.SelectMany(one => Trace(one).Nodes).Select(node => node.Operator).ToHashSet();
        Assert.Empty(OperatorTable.All.Select(o => o.Name).Where(name => name.StartsWith("aten::", StringComparison.Ordinal)).Except(covered).Order());
    }

    [Fact]
    public void LabelsPassThroughEveryOperator()
    {
        foreach (var one in ByName.Values)
        {
            var labels = new LabelTracker();
            foreach (var node in TraceOfParameters(one).Nodes)
            {
                OperatorTable.Find(node.Operator)!.Propagate(node, labels);
            }
        }
    }

    private static Graph Trace(OperatorCase one)
    {
        using var model = new TestModel((_, x) => one.Symbolic(x), one.Real);
        return model.Graph(false, one.Inputs);
    }

    /// <summary>The same with the floating-point inputs as parameters, so that they have labels.</summary>
    private static Graph TraceOfParameters(OperatorCase one)
    {
        using var scope = NewDisposeScope();
        Tensor[] parameters =
        [
            .. one.Inputs.Select(input => is_floating_point(input.DType) ? new TorchSharp.Modules.Parameter(zeros(input.Shape, input.DType)) : input.Make()),
        ];
        using var model = new TestModel(
            (tracer, _) => one.Symbolic(Array.ConvertAll(parameters, tracer.Tensor)), one.Real, [.. parameters.Select((p, i) => ($"p{i}", (object)p))]);
        return model.Graph(false);
    }

    private static IEnumerable<OperatorCase> All() =>
    [
        .. FunctionCases.All, .. ActivationCases.All, .. ArithmeticCases.All, .. ReductionCases.All, .. LayerCases.All, .. ShapeCases.All,
    ];
}
