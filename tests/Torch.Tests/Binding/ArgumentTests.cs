using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Native;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Binding;

/// <summary>What .NET values become as arguments of operators, and what is said where they cannot.</summary>
public sealed class ArgumentTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Integer_ForFloat_IsConverted() =>
        Assert.Equal([2f, 2f], Numbers(Aten.Call("aten::uniform", Aten.Call("aten::zeros", new[] { 2L }), 2, 2)));

    [Fact]
    public void Integer_ForListOfTwo_StandsForBoth()
    {
        var input = ones(1, 1, 4, 6);
        var pooled = Aten.Call("aten::max_pool2d", input, 2);
        Assert.Equal([1L, 1, 2, 3], pooled.shape);
    }

    [Fact]
    public void Integer_ForNumber_KeepsTheTypeOfTheTensor()
    {
        var integers = ones(2, ScalarType.Int64);
        Assert.Equal(ScalarType.Int64, Aten.Call("aten::add.Scalar", integers, 2).dtype);
        Assert.Equal(ScalarType.Float32, Aten.Call("aten::add.Scalar", integers, 2.0).dtype);
        Assert.Equal(ScalarType.Int64, Aten.Call("aten::add.Scalar", integers, true).dtype);
    }

    [Fact]
    public void Tensor_ForNumber_GivesItsValue() =>
        Assert.Equal([4f], Numbers(Aten.Call("aten::add.Scalar", ones(1), full(1, 3f))));

    [Fact]
    public void ArgumentsLeftOut_TakeTheSchemasDefaults()
    {
        var rows = tensor(new[] { 1f, 2, 3 });
        Assert.Equal(1f, Aten.Call("aten::std", rows).ToSingle());
        Assert.Equal([3f], Numbers(Aten.Call("aten::add.Tensor", ones(1), full(1, 2f), Arg.Default)));
        Assert.Equal([5f], Numbers(Aten.Call("aten::add.Tensor", ones(1), full(1, 2f), 2)));
    }

    [Fact]
    public void Default_InTheMiddle_TakesTheSchemasDefault()
    {
        var sorted = Aten.Call2("aten::topk", tensor(new[] { 3f, 1, 2 }), 2, Arg.Default, false);
        Assert.Equal([1f, 2f], Numbers(sorted.First));
    }

    [Fact]
    public void Null_BecomesNone()
    {
        Assert.Equal([2f, 2f], Numbers(Aten.Call("aten::linear", ones(2, 2), ones(1, 2), (Tensor?)null)));
        Assert.Equal([0f, 0f], Numbers(Aten.Call("aten::clamp", full(2, -1f), (Scalar)0, Arg.None)));
        Assert.Equal(ScalarType.Float32, Aten.Call("aten::sum", ones(2), (ScalarType?)null).dtype);
        Assert.Equal([1f, 1f], Numbers(Aten.Call("aten::slice.Tensor", ones(2), 0, (long?)null, (long?)null, 1)));
    }

    [Fact]
    public void NullInList_IsNoIndex() =>
        Assert.Equal([2f, 5f], Numbers(Aten.Call(
            "aten::index.Tensor", arange(6, ScalarType.Float32).reshape(2, 3), (Tensor?[])[null, tensor(new[] { 2L })])));

    [Fact]
    public void Strings_OfAnyLength_Arrive()
    {
        Assert.Equal([0f, 0f], Numbers(Aten.Call("aten::gelu", zeros(2), "tanh")));
        Assert.Equal([1f, -1f], Numbers(Aten.Call("aten::div.Tensor_mode", tensor(new[] { 3f, -3f }), full(1, 2f), "trunc")));
        var error = Assert.Throws<ExternalException>(() => Aten.Call("aten::gelu", zeros(2), new string('é', 2000)));
        Assert.Contains(new string('é', 2000), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LongLists_BeyondTheStack_Arrive()
    {
        var many = Enumerable.Range(0, 500).Select(i => full(1, (float)i)).ToArray();
        Assert.Equal(Enumerable.Range(0, 500).Select(i => (float)i), Numbers(Aten.Call("aten::cat", many)));
        var dimensions = Enumerable.Repeat(1L, 60).ToArray();
        Assert.Equal(60, Aten.Call("aten::reshape", ones(1), dimensions).dim());
    }

    [Fact]
    public void EmptyLists_Arrive()
    {
        Assert.Empty(Aten.Call("aten::reshape", ones(1), Array.Empty<long>()).shape);
        Assert.Throws<ExternalException>(() => Aten.Call("aten::cat", Array.Empty<Tensor>()));
    }

    [Fact]
    public void Devices_OfEveryForm_Arrive()
    {
        Assert.Equal(DeviceType.META, Aten.Call("aten::empty.memory_format", new[] { 2L }, Arg.None, Arg.None, META).device_type);
        Assert.Equal(DeviceType.CPU, Aten.Call("aten::empty.memory_format", new[] { 2L }, Arg.None, Arg.None, CPU).device_type);
        Assert.Equal(DeviceType.CPU, Aten.Call("aten::empty.memory_format", new[] { 2L }, Arg.None, Arg.None, (Device?)null).device_type);
    }

    [Fact]
    public void Generators_Arrive()
    {
        using var one = new Generator(7);
        using var other = new Generator(7);
        var first = Aten.Call("aten::rand.generator", new[] { 5L }, one);
        Assert.Equal(Numbers(first), Numbers(Aten.Call("aten::rand.generator", new[] { 5L }, other)));
    }

    [Fact]
    public void Booleans_InLists_Arrive()
    {
        var (input, weight) = (ones(1, 1, 3, 3), ones(1, 1, 2, 2));
        var gradients = Aten.Call3(
            "aten::convolution_backward", ones(1, 1, 2, 2), input, weight, new[] { 1L },
            new[] { 1L, 1 }, new[] { 0L, 0 }, new[] { 1L, 1 }, false, new[] { 0L, 0 }, 1, new[] { true, true, true });
        Assert.Equal([4f], Numbers(gradients.Third));
    }

    [Fact]
    public void Results_OfEveryKind_ComeBack()
    {
        var (values, indices) = Aten.Call2("aten::max.dim", tensor(new[] { 1f, 5, 2 }), 0);
        Assert.Equal((5f, 1L), (values.ToSingle(), indices.ToInt64()));
        Assert.Equal([2L, 2, 1], Aten.CallList("aten::split.Tensor", ones(5), 2).Select(part => part.numel()));
        Assert.True(Aten.CallValue("aten::equal", ones(2), ones(2)).Bool);
        Assert.Equal(3, Aten.CallValue("aten::size.int", ones(3), 0).Bits);
        var target = ones(2);
        Assert.Same(target, Aten.CallInPlace("aten::add_.Scalar", target, 1));
        Assert.Equal([2f, 2f], Numbers(target));
    }

    [Fact]
    public void CallInPlace_InALoop_LeavesNoReferences()
    {
        var target = ones(2);
        var before = Tensor.TotalCount;
        for (var i = 0; i < 1000; i++)
            Aten.CallInPlace("aten::add_.Scalar", target, 1);
        Assert.Equal(before, Tensor.TotalCount);
        Assert.Equal([1001f, 1001f], Numbers(target));
    }

    [Fact]
    public void Values_OfTheWrongKind_AreRefusedByName()
    {
        var input = ones(2, 3);
        Refused("expected a tensor but got 1", () => Aten.Call("aten::add.Tensor", input, 1));
        Refused("expected an integer but got 1.5", () => Aten.Call("aten::softmax.int", input, 1.5));
        Refused("expected true or false but got 1", () => Aten.Call("aten::sum.dim_IntList", input, new[] { 0L }, 1));
        Refused("expected a list of integers but got Float[2, 3]", () => Aten.Call("aten::reshape", input, input));
        Refused("expected a string but got 1", () => Aten.Call("aten::gelu", input, 1));
        Refused("expected a value but got none", () => Aten.Call("aten::softmax.int", input, Arg.None));
        Refused("argument 'dim' has no value", () => Aten.Call("aten::softmax.int", input));
        Refused("takes at most 1 arguments, got 2", () => Aten.Call("aten::relu", input, 1));
    }

    [Fact]
    public void Error_OfAnyCall_NamesOperatorArgumentsAndShapes()
    {
        var error = Assert.Throws<ExternalException>(() => Aten.Call("aten::softmax.int", ones(2, 3), 7, ScalarType.Float64));
        Assert.StartsWith("aten::softmax.int(self: Float[2, 3], dim: 7, dtype: 7): ", error.Message, StringComparison.Ordinal);

        error = Assert.Throws<ExternalException>(() => Aten.Call("aten::cat", (Tensor[])[ones(2), ones(3, 4)], 0));
        Assert.StartsWith("aten::cat(tensors: (Float[2], Float[3, 4]), dim: 0): ", error.Message, StringComparison.Ordinal);
    }

    private static void Refused(string text, Action call) =>
        Assert.Contains(text, Assert.Throws<ExternalException>(call).Message, StringComparison.Ordinal);

    private static float[] Numbers(Tensor tensor) => tensor.detach().flatten().data<float>().ToArray();
}
