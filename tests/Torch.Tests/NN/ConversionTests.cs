using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.NN;

public sealed class ConversionTests
{
    [Fact]
    public void To_Float64_ConvertsFloatingPointPartsOnly()
    {
        using var model = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2));
        model.to(float64);
        Assert.All(model.state_dict(), part => Assert.Equal(part.Key == "1.num_batches_tracked" ? int64 : float64, part.Value.dtype));
    }

    [Fact]
    public void To_IntegerDtype_Throws()
    {
        using var model = nn.Linear(2, 2);
        Assert.Throws<ArgumentException>(() => model.to(int32));
        Assert.Equal(float32, model.weight!.dtype);
    }

    [Fact]
    public void To_ChainedCalls_ReturnTheModule()
    {
        using var model = nn.Linear(2, 2);
        Assert.Same(model, model.to(float64).to(CPU).cpu());
    }

#if TORCHSHARP_SYSTEM
    [Fact]
    public void To_Float64_KeepsTheParametersThemselves()
    {
        using var model = new Branches();
        var before = model.parameters().ToList();
        model.to(float64);
        Assert.Equal(before, model.parameters());
        Assert.All(before, parameter => Assert.True(parameter.is_leaf && parameter.requires_grad));
        using var result = model.forward(ones([1, 3], float64));
        Assert.Equal(float64, result.dtype);
    }

    [Fact]
    public void To_Float64_ConvertsGradients()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Linear(2, 2);
        model.forward(ones(1, 2)).sum().backward();
        model.to(float64);
        Assert.Equal(float64, model.weight.grad!.dtype);
        model.forward(ones([1, 2], float64)).sum().backward();
        Assert.All(model.weight.grad!.data<double>().ToArray(), number => Assert.Equal(2, number));
    }

    [Fact]
    public void To_AfterOptimizerWasMade_StillTrains()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Linear(2, 2);
        using var optimizer = optim.SGD(model.parameters(), 0.5);
        model.to(float64);
        using var before = model.weight.detach().clone();
        model.forward(ones([1, 2], float64)).sum().backward();
        optimizer.step();
        Assert.All((before - model.weight).data<double>().ToArray(), step => Assert.Equal(0.5, step, 1e-12));
    }

    [Fact]
    public void To_TiedWeights_StayTied()
    {
        using var model = new Tied();
        model.half();
        Assert.Same(model.get_parameter("one.weight"), model.get_parameter("two.weight"));
        Assert.Equal(float16, model.get_parameter("two.weight")!.dtype);
    }
#endif
}
