using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Random;

/// <summary>A seed gives the same numbers every time, and those that PyTorch gives for it.</summary>
public sealed class SeedTests
{
    [Fact]
    public void ManualSeed_Twice_RepeatsEverything()
    {
        var (first, again, other) = (Draw(1), Draw(1), Draw(2));
        Assert.Equal(first.Uniform, again.Uniform);
        Assert.Equal(first.Normal, again.Normal);
        Assert.Equal(first.Order, again.Order);
        Assert.NotEqual(first.Uniform, other.Uniform);
    }

    [Fact]
    public void ManualSeed_WithPyTorchsSeed_GivesPyTorchsNumbers()
    {
        using var scope = NewDisposeScope();
        manual_seed(42);
        Close([0.05815448596142969, 0.06291016742457756, 0.12358607277440903, 0.05258016436107704], rand(4, ScalarType.Float64));
        Close([-1.1228563767381703, -0.18632829929177447, 2.2082013355893912, -0.6379970567672183], randn(4, ScalarType.Float64));
        Assert.Equal([315L, 295, 567, 706, 749, 876], randint(1000, [6]).data<long>().ToArray());
        Assert.Equal([1L, 4, 7, 6, 5, 0, 2, 3], randperm(8).data<long>().ToArray());
    }

    [Fact]
    public void Fill_WithPyTorchsSeed_GivesPyTorchsNumbers()
    {
        using var scope = NewDisposeScope();
        manual_seed(0);
        Close([6.622988224029541, 1.119713306427002, -4.536368370056152], empty(3).normal_(2, 3));
        Close([-0.08874404430389404, 0.2646125555038452, -0.30221307277679443], empty(3).uniform_(-1, 1));
    }

    [Fact]
    public void Linear_WithPyTorchsSeed_StartsAsPyTorchs()
    {
        using var scope = NewDisposeScope();
        manual_seed(0);
        var weight = nn.Linear(3, 2).weight!;
        Close(
            [-0.004322517663240433, 0.3097158372402191, -0.4751853346824646, -0.4248946011066437, -0.2223689705133438, 0.15482072532176971],
            weight);
    }

    private static (double[] Uniform, double[] Normal, long[] Order) Draw(long seed)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        return (rand(20, ScalarType.Float64).data<double>().ToArray(), randn(20, ScalarType.Float64).data<double>().ToArray(),
            randperm(20).data<long>().ToArray());
    }

    private static void Close(double[] expected, Tensor actual)
    {
        var numbers = actual.detach().to(ScalarType.Float64).flatten().data<double>().ToArray();
        Assert.Equal(expected.Length, numbers.Length);
        for (var i = 0; i < numbers.Length; i++)
            Assert.Equal(expected[i], numbers[i], 1e-6);
    }
}
