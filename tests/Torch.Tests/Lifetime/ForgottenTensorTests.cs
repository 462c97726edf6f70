using System.Runtime.CompilerServices;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Lifetime;

/// <summary>Tensors that nobody disposes of are finalized, and .NET arrays live as long as tensors need them.</summary>
public sealed class ForgottenTensorTests
{
    [Fact]
    public void Finalizer_OfForgottenTensors_FreesThem()
    {
        var before = LiveTensors.Count();
        Forget(1000);
        Assert.Equal(before, LiveTensors.Count());
    }

    [Fact]
    public void Finalizer_OfTensorsInForgottenScope_FreesThem()
    {
        var before = LiveTensors.Count();
        var thread = new Thread(() =>
        {
            _ = NewDisposeScope();
            Forget(100);
        });
        thread.Start();
        thread.Join();
        Assert.Equal(before, LiveTensors.Count());
    }

    [Fact]
    public void Finalizer_OfForgottenGraph_FreesIt()
    {
        var before = LiveTensors.Count();
        ForgetGraph();
        Assert.Equal(before, LiveTensors.Count());
    }

    [Fact]
    public void Allocation_OfForgottenLargeTensors_StaysWithinBounds()
    {
        // A size without memory must not raise what is thought to be in use.
        for (var i = 0; i < 10; i++)
            zeros([1L << 45], device: META);

        // 4 GiB pass through here; without collections in between the process would need all of it.
        var before = Environment.WorkingSet;
        for (var i = 0; i < 128; i++)
            ones(8 << 20);
        var growth = (Environment.WorkingSet - before) >> 20;
        Assert.True(growth < 1024, $"The process grew by {growth} MiB.");
    }

    [Fact]
    public void Tensor_FromArray_KeepsValuesAfterCollection()
    {
        using var tensor = FromForgottenArray();
        for (var i = 0; i < 50; i++)
            GC.KeepAlive(new byte[100_000]);
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        Assert.Equal(Enumerable.Range(0, 5000).Select(i => (float)i), tensor.data<float>());
    }

    [Fact]
    public void Tensor_Operations_WhileCollectorRuns_StayCorrect()
    {
        using var stop = new CancellationTokenSource();
        var collector = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
                GC.Collect();
        });
        collector.Start();
        try
        {
            // The operands are unreachable as soon as the call has read their handles.
            for (var i = 0; i < 2000; i++)
                Assert.Equal(3000, (ones(1000) + full(1000, 2f)).sum().ToSingle());
        }
        finally
        {
            stop.Cancel();
            collector.Join();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(int count)
    {
        for (var i = 0; i < count; i++)
            _ = ones(10) + i;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ForgetGraph()
    {
        var weight = ones(10, requires_grad: true);
        for (var i = 0; i < 20; i++)
            (weight * i).sum().backward();
        _ = weight.Gradient()! + 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Tensor FromForgottenArray() => tensor(Enumerable.Range(0, 5000).Select(i => (float)i).ToArray());
}
