using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Lifetime;

/// <summary>A tensor that was disposed, or whose handle a parameter took, says so.</summary>
public sealed class DisposedTensorTests
{
    public static TheoryData<string, Action<Tensor>> Uses() => new()
    {
        { "operator", tensor => _ = tensor + 1 },
        { "second argument", tensor => _ = ones(2).add(tensor) },
        { "list", tensor => cat([ones(2), tensor]) },
        { "in place", tensor => tensor.add_(1) },
        { "shape", tensor => _ = tensor.shape },
        { "dtype", tensor => _ = tensor.dtype },
        { "device", tensor => _ = tensor.device },
        { "data", tensor => tensor.data<float>() },
        { "item", tensor => tensor.sum().item<float>() },
        { "requires_grad", tensor => tensor.requires_grad = true },
        { "grad", tensor => _ = tensor.Gradient() },
        { "backward", tensor => tensor.sum().backward() },
        { "alias", tensor => tensor.alias() },
        { "index", tensor => _ = tensor[0] },
        { "Handle", tensor => _ = tensor.Handle },
    };

    [Theory]
    [MemberData(nameof(Uses), DisableDiscoveryEnumeration = true)]
    public void Use_OfDisposedTensor_ThrowsReadableError(string use, Action<Tensor> act)
    {
        var tensor = ones(2);
        tensor.Dispose();
        var error = Assert.ThrowsAny<InvalidOperationException>(() => act(tensor));
        Assert.True(error.Message.Contains("disposed", StringComparison.Ordinal), $"{use}: {error.Message}");
    }

    [Fact]
    public void Use_OfDisposedTensorWithName_NamesIt()
    {
        var tensor = ones(2);
        tensor.name = "mask";
        tensor.Dispose();
        var error = Assert.ThrowsAny<ObjectDisposedException>(() => tensor.sum());
        Assert.Contains("'mask'", error.Message, StringComparison.Ordinal);
        Assert.Contains("MoveToOuterDisposeScope", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dispose_Twice_FreesOnce()
    {
        var before = LiveTensors.Count();
        var tensor = ones(2);
        tensor.Dispose();
        tensor.Dispose();
        Assert.Equal(before, LiveTensors.Count());
    }

    [Fact]
    public void Dispose_OfAlias_LeavesTheOther()
    {
        using var tensor = ones(2);
        tensor.alias().Dispose();
        Assert.Equal(2, tensor.sum().ToSingle());
    }

    [Fact]
    public void ToString_OfDisposedTensor_DoesNotThrow()
    {
        var tensor = ones(2);
        tensor.Dispose();
        Assert.NotEmpty(tensor.ToString());
    }

    [Fact]
    public void Parameter_OfTensor_TakesItOver()
    {
        var before = LiveTensors.Count();
        var data = ones(2);
        var parameter = new Parameter(data);
        Assert.True(data.IsInvalid);
        Assert.True(parameter.requires_grad);
        Assert.Equal([1f, 1f], parameter.data<float>().ToArray());
        Assert.Throws<ObjectDisposedException>(() => data.sum());

        data.Dispose();
        Assert.False(parameter.IsInvalid);
        parameter.Dispose();
        Assert.Equal(before, LiveTensors.Count());
    }

    [Fact]
    public void Parameter_OfTensorInScope_TakesItsPlace()
    {
        Parameter parameter;
        using (var scope = NewDisposeScope())
        {
            var data = ones(2);
            parameter = nn.Parameter(data, requires_grad: false);
            Assert.Equal([parameter], scope.DisposablesView);
        }

        Assert.True(parameter.IsInvalid);
    }
}
