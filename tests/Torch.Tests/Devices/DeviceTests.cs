using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Devices;

/// <summary>Devices by name, type and index.</summary>
public sealed class DeviceTests
{
    [Theory]
    [InlineData("cpu", DeviceType.CPU, -1)]
    [InlineData("cuda", DeviceType.CUDA, -1)]
    [InlineData("cuda:0", DeviceType.CUDA, 0)]
    [InlineData("cuda:3", DeviceType.CUDA, 3)]
    [InlineData("meta", DeviceType.META, -1)]
    public void Device_FromName_HasTypeAndIndex(string name, DeviceType type, int index)
    {
        var parsed = device(name);
        Assert.Equal(type, parsed.type);
        Assert.Equal(index, parsed.index);
        Assert.Equal(name, parsed.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("gpu")]
    [InlineData("cuda:")]
    [InlineData("cuda:x")]
    [InlineData("cuda:-1")]
    [InlineData("cuda:1:2")]
    [InlineData("1")]
    [InlineData(":0")]
    public void Device_FromWrongName_ThrowsReadableError(string name)
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => device(name));
        Assert.Contains("device", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Device_FromText_ConvertsImplicitly()
    {
        using var tensor = zeros(2, device: "cpu");
        Assert.Equal(DeviceType.CPU, tensor.device.type);
        Assert.Equal(DeviceType.CPU, tensor.device_type);
    }

    [Fact]
    public void MetaTensor_OfAnySize_HasShapeAndNoData()
    {
        using var scope = NewDisposeScope();
        var huge = zeros([1L << 40, 4], device: META);
        var product = huge.sum(0L);
        Assert.True(huge.is_meta);
        Assert.Equal([4L], product.shape);
        Assert.Equal(DeviceType.META, product.device.type);
        Assert.ThrowsAny<Exception>(() => product.data<float>().ToArray());
        Assert.ThrowsAny<Exception>(() => product.cpu());
    }

    [Fact]
    public void To_SameDevice_KeepsTheValues()
    {
        using var tensor = ones(3);
        using var moved = tensor.to(CPU);
        Assert.Equal([1f, 1f, 1f], moved.data<float>().ToArray());
    }

    [Fact]
    public void InitializeDevice_WithNull_MeansTheCpu()
    {
        Assert.Equal(DeviceType.CPU, InitializeDevice(null).type);
        Assert.True(TryInitializeDeviceType(DeviceType.CPU));
    }

    [Fact]
    public void NumberOfThreads_SetAndRead_Agrees()
    {
        var before = get_num_threads();
        set_num_threads(1);
        Assert.Equal(1, get_num_threads());
        set_num_threads(before);
        Assert.Equal(before, get_num_threads());
        Assert.ThrowsAny<Exception>(() => set_num_threads(0));
    }
}
