using Espalier.Torch.Tests.Reference;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Operators;

/// <summary>Runs every form of every operator, forward and backward, against the reference values of PyTorch.</summary>
public sealed class OperatorTests
{
    private static readonly Dictionary<string, OperatorCase> Cases = new OperatorTable[]
    {
        ActivationOperators.Table,
        AttentionOperators.Table,
        ComparisonOperators.Table,
        ConvolutionOperators.Table,
        CreationOperators.Table,
        IndexingOperators.Table,
        InterpolationOperators.Table,
        LinearAlgebraOperators.Table,
        LossOperators.Table,
        ModuleOperators.Table,
        LossModuleOperators.Table,
        LayerModuleOperators.Table,
        NormalizationOperators.Table,
        PointwiseFunctionOperators.Table,
        PointwiseArithmeticOperators.Table,
        PoolingOperators.Table,
        ReductionOperators.Table,
        RepairedOperators.Table,
        ShapeOperators.Table,
        SortingOperators.Table,
    }.SelectMany(table => table).ToDictionary();

    /// <summary>Name and form of every operator that TorchSharp, wherever it comes from, should compute as PyTorch does.</summary>
    public static TheoryData<string, int> Everything()
    {
        var data = new TheoryData<string, int>();
        foreach (var (name, operation) in Cases)
        {
            for (var form = 0; form < operation.Forms.Length && !IsLeftOut(name); form++)
                data.Add(name, form);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Operator_InFloat64_MatchesPyTorch(string name, int form) => Check(name, form, ScalarType.Float64, 1e-12);

    [Theory]
    [MemberData(nameof(Everything))]
    public void Operator_InFloat32_MatchesPyTorch(string name, int form) =>
        Check(name, form, ScalarType.Float32, Cases[name].SingleBound);

    [Fact]
    public void Tables_AndReferenceFile_HoldTheSameNames() =>
        Assert.Equal(ReferenceFile.ByName.Keys.Order(StringComparer.Ordinal), Cases.Keys.Order(StringComparer.Ordinal));

#if TORCHSHARP_SYSTEM
    private static bool IsLeftOut(string name) => false;
#else
    private static bool IsLeftOut(string name) => RepairedOperators.Table.Any(repaired => repaired.Key == name);
#endif

    private static void Check(string name, int form, ScalarType type, double bound)
    {
        using var scope = NewDisposeScope();
        var reference = ReferenceFile.ByName[name];
        var inputs = reference.Inputs.Select(input => input.ToTensor(type)).ToArray();
        var outputs = Cases[name].Forms[form](inputs);
        Assert.Equal(reference.Outputs.Length, outputs.Length);
        for (var i = 0; i < outputs.Length; i++)
        {
            var expected = reference.Outputs[i];
            var dtype = expected.Dtype == "float64" && !reference.Fixed ? ReferenceTensor.NameOf(type) : expected.Dtype;
            Agreement.Check($"{name}, output {i}", expected, dtype, outputs[i], bound);
            Assert.True(expected.Grad == outputs[i].requires_grad, $"{name}, output {i}: requires_grad is {outputs[i].requires_grad}.");
        }

        CheckGradients(reference, inputs, outputs, bound);
    }

    private static void CheckGradients(ReferenceCase reference, Tensor[] inputs, Tensor[] outputs, double bound)
    {
        var leaves = Enumerable.Range(0, inputs.Length).Where(i => reference.Gradients[i] is not null).ToArray();
        if (leaves.Length == 0)
            return;

        var loss = outputs.Where(output => output.requires_grad)
            .Select(output => (output.to(ScalarType.Float64) * Weights(output)).sum())
            .Aggregate((sum, term) => sum + term);
        var gradients = autograd.grad([loss], leaves.Select(i => inputs[i]).ToArray());
        for (var i = 0; i < leaves.Length; i++)
        {
            Assert.Equal(inputs[leaves[i]].shape, gradients[i].shape);
            Agreement.Check($"{reference.Name}, gradient of input {leaves[i]}", reference.Gradients[leaves[i]]!, gradients[i], bound);
        }
    }

    /// <summary>cos(1), cos(2), ...: weights that tell every element of an output from every other.</summary>
    private static Tensor Weights(Tensor output)
    {
        var weights = new double[output.numel()];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = Math.Cos(1 + i);
        return tensor(weights).reshape(output.shape).to(output.device);
    }
}
