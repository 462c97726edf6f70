using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Random;

/// <summary>Generators of one's own, and their state.</summary>
public sealed class GeneratorTests
{
    [Fact]
    public void Generator_WithPyTorchsSeed_GivesPyTorchsNumbers()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(7);
        Assert.Equal(7, generator.initial_seed());
        var numbers = rand(3, generator: generator).data<float>().ToArray();
        Assert.Equal([0.5349225401878357f, 0.19880318641662598f, 0.6592116951942444f], numbers);
    }

    [Fact]
    public void State_SetAgain_RepeatsTheNumbers()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        _ = randn(5, generator: generator);
        var state = generator.get_state();
        var first = randn(30, generator: generator).data<float>().ToArray();
        generator.set_state(state);
        Assert.Equal(first, randn(30, generator: generator).data<float>().ToArray());
    }

    [Fact]
    public void State_OfDefaultGenerator_RepeatsTheNumbers()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var state = Generator.Default.get_state();
        var first = rand(9).data<float>().ToArray();
        Generator.Default.set_state(state);
        Assert.Equal(first, rand(9).data<float>().ToArray());
    }

    [Fact]
    public void State_GivenToAnotherGenerator_MakesItATwin()
    {
        using var scope = NewDisposeScope();
        using var one = new Generator(1);
        using var other = new Generator(2);
        other.set_state(one.get_state());
        Assert.Equal(rand(9, generator: one).data<float>().ToArray(), rand(9, generator: other).data<float>().ToArray());
    }

    [Fact]
    public void Generator_OfItsOwn_LeavesTheDefaultOneAlone()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var expected = rand(9).data<float>().ToArray();
        manual_seed(5);
        using var generator = new Generator(1);
        _ = rand(100, generator: generator);
        Assert.Equal(expected, rand(9).data<float>().ToArray());
    }

    [Fact]
    public void ManualSeed_OfGenerator_RestartsIt()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var first = rand(9, generator: generator).data<float>().ToArray();
        generator.manual_seed(1);
        Assert.Equal(first, rand(9, generator: generator).data<float>().ToArray());
    }

    [Fact]
    public void SetState_WithAnyTensor_ThrowsReadableError()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        Assert.ThrowsAny<Exception>(() => generator.set_state(zeros(3, ScalarType.Byte)));
        Assert.ThrowsAny<Exception>(() => generator.set_state(zeros(3)));
        Assert.Equal(3, rand(3, generator: generator).numel());
    }

    [Fact]
    public void Use_OfDisposedGenerator_ThrowsReadableError()
    {
        var generator = new Generator(1);
        generator.Dispose();
        generator.Dispose();
        Assert.ThrowsAny<ObjectDisposedException>(() => rand(3, generator: generator));
        Assert.ThrowsAny<ObjectDisposedException>(() => generator.get_state());
    }
}
