using System.Runtime.CompilerServices;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Binding;

/// <summary>A .NET array that libtorch works on directly stays in place as long as any tensor over it lives, and no longer.</summary>
public sealed class ArrayMemoryTests
{
    [Fact]
    public void LentArray_WrittenThrough_IsTheTensorsMemory()
    {
        float[] numbers = [1, 2, 3, 4];
        using var tensor = from_array(numbers);
        tensor.mul_(2);
        Assert.Equal([2f, 4, 6, 8], numbers);
        numbers[0] = 9;
        Assert.Equal(9, tensor[0].ToSingle());
    }

    [Fact]
    public void LentArray_OfSeveralDimensions_KeepsItsShape()
    {
        using var tensor = from_array(new[,] { { 1L, 2, 3 }, { 4, 5, 6 } });
        Assert.Equal([2L, 3], tensor.shape);
        Assert.Equal(ScalarType.Int64, tensor.dtype);
    }

    [Fact]
    public void LentArray_WhileOnlyAViewLives_StaysInPlace()
    {
        var (reference, view) = LendAndForget();
        Collect();
        Assert.True(reference.IsAlive);
        Assert.Equal([3f, 4, 5], view.data<float>().ToArray());
        view.Dispose();
        Collect();
        Assert.False(reference.IsAlive);
    }

    [Fact]
    public void LentArray_WhoseTensorIsForgotten_IsReleased()
    {
        var reference = ForgetAll();
        Collect();
        Assert.False(reference.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference ForgetAll() => LendAndForget().Array;
    }

    [Fact]
    public void LentArray_KeptByAGraph_StaysInPlace()
    {
        using var weight = ones(6, requires_grad: true);
        using var loss = Loss(weight);
        Collect();
        loss.backward();
        using var gradient = weight.Gradient();
        Assert.Equal([0f, 1, 2, 3, 4, 5], gradient!.data<float>().ToArray());
    }

    [Fact]
    public void EmptyArray_MakesAnEmptyTensor()
    {
        using var tensor = from_array(Array.Empty<float>());
        Assert.Equal([0L], tensor.shape);
        Assert.Empty(tensor.data<float>().ToArray());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Array, Tensor View) LendAndForget()
    {
        using var scope = NewDisposeScope();
        var array = Enumerable.Range(0, 6).Select(i => (float)i).ToArray();
        return (new WeakReference(array), from_array(array).slice(0, 3, 6, 1).DetachFromDisposeScope());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Tensor Loss(Tensor weight)
    {
        using var factor = from_array(Enumerable.Range(0, 6).Select(i => (float)i).ToArray());
        using var product = weight * factor;
        return product.sum();
    }

    private static void Collect()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
    }
}
