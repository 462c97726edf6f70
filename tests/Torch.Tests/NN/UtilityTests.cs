using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.NN;

public sealed class UtilityTests
{
    [Theory]
    [InlineData(2.0, 13.0)]
    [InlineData(1.0, 19.0)]
    [InlineData(double.PositiveInfinity, 12.0)]
    public void ClipGradNorm_OfLargeGradients_ScalesThemDown(double p, double norm)
    {
        using var scope = NewDisposeScope();
        var parameters = WithGradients();
        Assert.Equal(norm, nn.utils.clip_grad_norm_(parameters, 1, p), 1e-5);
        Assert.Equal(3 / norm, parameters[0].Gradient()!.data<float>()[0], 1e-5);
        Assert.Equal(12 / norm, parameters[1].Gradient()!.data<float>()[1], 1e-5);
        Assert.Equal(1, nn.utils.clip_grad_norm_(parameters, 2, p), 1e-5);
        Assert.Equal(3 / norm, parameters[0].Gradient()!.data<float>()[0], 1e-5);
    }

    [Fact]
    public void ClipGradValue_OfLargeGradients_LimitsThem()
    {
        using var scope = NewDisposeScope();
        var parameters = WithGradients();
        nn.utils.clip_grad_value_(parameters, 3.5);
        Assert.Equal([3f, -3.5f], parameters[0].Gradient()!.data<float>().ToArray());
        Assert.Equal([0f, 3.5f], parameters[1].Gradient()!.data<float>().ToArray());
    }

    [Fact]
    public void VectorToParameters_OfTheirVector_ChangesNothing()
    {
        using var scope = NewDisposeScope();
        using var source = nn.Linear(2, 3);
        using var target = nn.Linear(2, 3);
        var vector = nn.utils.parameters_to_vector(source.parameters());
        Assert.Equal([9], vector.shape);
        nn.utils.vector_to_parameters(vector, target.parameters());
        Assert.True(source.weight!.HasValuesOf(target.weight!) && source.bias!.HasValuesOf(target.bias!));
    }

#if TORCHSHARP_SYSTEM
    [Fact]
    public void VectorToParameters_OfAnotherLength_Throws()
    {
        using var model = nn.Linear(2, 3);
        using var vector = ones(10);
        Assert.Throws<ArgumentException>(() => nn.utils.vector_to_parameters(vector, model.parameters()));
    }

    [Fact]
    public void ClipGradNorm_WithoutGradients_IsZero()
    {
        using var model = nn.Linear(2, 3);
        Assert.Equal(0, nn.utils.clip_grad_norm_(model.parameters(), 1));
    }
#endif

    private static Parameter[] WithGradients()
    {
        Parameter[] parameters = [new(ones(2)), new(ones(2)), new(ones(2))];
        ((parameters[0] * tensor([3f, -4f])) + (parameters[1] * tensor([0f, 12f]))).sum().backward();
        return parameters;
    }
}
