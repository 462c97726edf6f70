using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Devices;

/// <summary>The dtypes, their sizes, their .NET types and how they combine.</summary>
public sealed class ScalarTypeTests
{
    [Theory]
    [InlineData(ScalarType.Byte, 1, false, true)]
    [InlineData(ScalarType.Int8, 1, false, true)]
    [InlineData(ScalarType.Int16, 2, false, true)]
    [InlineData(ScalarType.Int32, 4, false, true)]
    [InlineData(ScalarType.Int64, 8, false, true)]
    [InlineData(ScalarType.Float16, 2, true, false)]
    [InlineData(ScalarType.BFloat16, 2, true, false)]
    [InlineData(ScalarType.Float32, 4, true, false)]
    [InlineData(ScalarType.Float64, 8, true, false)]
    [InlineData(ScalarType.Bool, 1, false, false)]
    public void Tensor_OfEveryType_KnowsItsType(ScalarType type, int size, bool floating, bool integral)
    {
        using var tensor = ones(2, 3, type);
        Assert.Equal(type, tensor.dtype);
        Assert.Equal(size, tensor.element_size());
        Assert.Equal(floating, tensor.is_floating_point());
        Assert.Equal(integral, tensor.is_integral());
        Assert.Equal(floating, is_floating_point(type));
        Assert.Equal(6, tensor.to(ScalarType.Int64).sum().ToInt64());
    }

    [Fact]
    public void Tensor_FromArrays_HasTheArraysType()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(ScalarType.Float32, tensor(new[] { 1f }).dtype);
        Assert.Equal(ScalarType.Float64, tensor(new[] { 1d }).dtype);
        Assert.Equal(ScalarType.Int64, tensor(new[] { 1L }).dtype);
        Assert.Equal(ScalarType.Int32, tensor(new[] { 1 }).dtype);
        Assert.Equal(ScalarType.Int16, tensor(new short[] { 1 }).dtype);
        Assert.Equal(ScalarType.Int8, tensor(new sbyte[] { 1 }).dtype);
        Assert.Equal(ScalarType.Byte, tensor(new byte[] { 1 }).dtype);
        Assert.Equal(ScalarType.Bool, tensor(new[] { true }).dtype);
    }

    [Fact]
    public void Values_ThroughEveryType_ComeBack()
    {
        using var scope = NewDisposeScope();
        var source = tensor(new[] { 0f, 1, 2, 100 });
        foreach (var type in new[] { ScalarType.Byte, ScalarType.Int8, ScalarType.Int16, ScalarType.Int32, ScalarType.Int64, ScalarType.Float16, ScalarType.BFloat16, ScalarType.Float64 })
            Assert.Equal([0f, 1, 2, 100], source.to(type).to(ScalarType.Float32).data<float>().ToArray());
        Assert.Equal([false, true, true, true], source.to(ScalarType.Bool).data<bool>().ToArray());
        Assert.Equal([(Half)0, (Half)1, (Half)2, (Half)100], source.to(ScalarType.Float16).data<Half>().ToArray());
    }

    [Fact]
    public void Arithmetic_OfTwoTypes_PromotesAsPyTorchDoes()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(ScalarType.Float32, (ones(2, ScalarType.Int64) + ones(2)).dtype);
        Assert.Equal(ScalarType.Float64, (ones(2) + ones(2, ScalarType.Float64)).dtype);
        Assert.Equal(ScalarType.Float32, (ones(2) + 1.5).dtype);
        Assert.Equal(ScalarType.Float32, (ones(2, ScalarType.Int64) * 1.5).dtype);
        Assert.Equal(ScalarType.Int64, (ones(2, ScalarType.Int64) * 2).dtype);
        Assert.Equal(ScalarType.Int16, (ones(2, ScalarType.Byte) + ones(2, ScalarType.Int8)).dtype);
        Assert.Equal(ScalarType.Float16, (ones(2, ScalarType.Float16) * 2).dtype);
    }

    [Fact]
    public void DefaultDtype_SetAndReset_HoldsForNewTensors()
    {
        Assert.Equal(ScalarType.Float32, get_default_dtype());
        set_default_dtype(ScalarType.Float64);
        try
        {
            using var tensor = zeros(2);
            Assert.Equal(ScalarType.Float64, tensor.dtype);
        }
        finally
        {
            set_default_dtype(ScalarType.Float32);
        }

        using var after = zeros(2);
        Assert.Equal(ScalarType.Float32, after.dtype);
        Assert.ThrowsAny<ArgumentException>(() => set_default_dtype(ScalarType.Int64));
    }
}
