using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Lifetime;

/// <summary>Tensors go from thread to thread, and many threads work at once.</summary>
public sealed class ThreadTests
{
    private const int Threads = 8;

    [Fact]
    public void Dispose_OnAnotherThread_FreesTheTensor()
    {
        var before = LiveTensors.Count();
        var tensors = Enumerable.Range(0, 100).Select(i => ones(i + 1)).ToArray();
        OnThreads(1, _ => Array.ForEach(tensors, tensor => tensor.Dispose()));
        Assert.Equal(before, LiveTensors.Count());
    }

    [Fact]
    public void Dispose_OnAnotherThread_OfTensorsInAnOpenScope_TakesThemOut()
    {
        using var scope = NewDisposeScope();
        for (var round = 0; round < 20; round++)
        {
            var tensors = Enumerable.Range(0, 200).Select(_ => ones(2)).ToArray();
            // The owner goes on adding to the scope meanwhile.
            var worker = new Thread(() => Array.ForEach(tensors, tensor => tensor.Dispose()));
            worker.Start();
            var more = Enumerable.Range(0, 200).Select(_ => ones(2)).ToArray();
            worker.Join();
            Assert.All(more, tensor => Assert.True(scope.Contains(tensor)));
            Assert.Equal(200, scope.DisposablesCount);
            scope.DisposeEverything();
        }
    }

    [Fact]
    public void Dispose_OnManyThreadsAtOnce_FreesOnce()
    {
        var before = LiveTensors.Count();
        for (var round = 0; round < 50; round++)
        {
            var tensor = ones(2);
            OnThreads(4, _ => tensor.Dispose());
        }

        Assert.Equal(before, LiveTensors.Count());
    }

    [Fact]
    public void Operations_OnManyThreads_AreIndependent()
    {
        var before = LiveTensors.Count();
        OnThreads(Threads, number =>
        {
            for (var i = 0; i < 200; i++)
            {
                using var scope = NewDisposeScope();
                var weight = full(20, (float)number).requires_grad_();
                var loss = (weight * weight).sum();
                loss.backward();
                Assert.Equal(20f * number * number, loss.ToSingle());
                Assert.Equal(2f * number, weight.Gradient()![3].ToSingle());
            }
        });
        Assert.Equal(before, LiveTensors.Count());
    }

    [Fact]
    public void Operations_OnOneTensorFromManyThreads_ReadTheSame()
    {
        using var shared = arange(1000, ScalarType.Float32);
        OnThreads(Threads, _ =>
        {
            for (var i = 0; i < 200; i++)
            {
                using var sum = shared.sum();
                Assert.Equal(499500, sum.ToSingle());
            }
        });
    }

    [Fact]
    public void Error_OnManyThreads_IsEachThreadsOwn() => OnThreads(Threads, number =>
    {
        using var left = ones(number + 1, 3);
        for (var i = 0; i < 10; i++)
        {
            var error = Assert.ThrowsAny<Exception>(() => left.mm(left));
            Assert.Contains($"{number + 1}", error.Message, StringComparison.Ordinal);
        }
    });

    private static void OnThreads(int count, Action<int> act)
    {
        var errors = new Exception?[count];
        var threads = Enumerable.Range(0, count).Select(number => new Thread(() =>
        {
            try
            {
                act(number + 3);
            }
            catch (Exception error)
            {
                errors[number] = error;
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.All(errors, Assert.Null);
    }
}
