using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Lifetime;

/// <summary>The counts by which a leak is found.</summary>
public sealed class DisposeScopeStatisticsTests
{
    private readonly ThreadDisposeScopeStatistics _statistics = DisposeScopeManager.Statistics;

    public DisposeScopeStatisticsTests() => _statistics.Reset();

    [Fact]
    public void CreatedOutsideScopeCount_WithoutScope_CountsTensors()
    {
        using var one = ones(1);
        using var two = one + 1;
        Assert.Equal(2, _statistics.CreatedOutsideScopeCount);
        Assert.Equal(0, _statistics.CreatedInScopeCount);
    }

    [Fact]
    public void CreatedInScopeCount_InScope_CountsTensors()
    {
        using var scope = NewDisposeScope();
        _ = ones(1) + 1;
        Assert.Equal(2, _statistics.CreatedInScopeCount);
        Assert.Equal(2, _statistics.ThreadTotalLiveCount);
        Assert.Equal(0, _statistics.CreatedOutsideScopeCount);
    }

    [Fact]
    public void DisposedInScopeCount_WhenAScopeEnds_CountsEachTensorOnce()
    {
        using (NewDisposeScope())
        {
            using var byHand = ones(1);
            _ = byHand + 1;
        }

        Assert.Equal(2, _statistics.DisposedInScopeCount);
        Assert.Equal(0, _statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void DetachedFromScopeCount_AfterDetach_CountsIt()
    {
        Tensor tensor;
        using (NewDisposeScope())
        {
            tensor = ones(1).DetachFromDisposeScope();
        }

        Assert.Equal(1, _statistics.DetachedFromScopeCount);
        Assert.Equal(0, _statistics.DisposedInScopeCount);
        tensor.Dispose();
    }

    [Fact]
    public void Reset_AfterUse_SetsAllToZero()
    {
        using (NewDisposeScope())
        {
            _ = ones(1);
        }

        _statistics.Reset();
        Assert.Equal(0, _statistics.CreatedInScopeCount + _statistics.CreatedOutsideScopeCount);
        Assert.Equal(0, _statistics.DisposedInScopeCount + _statistics.DetachedFromScopeCount);
    }

    [Fact]
    public void Statistics_OfAnotherThread_AreItsOwn()
    {
        ThreadDisposeScopeStatistics? other = null;
        var thread = new Thread(() =>
        {
            using var tensor = ones(1);
            other = DisposeScopeManager.Statistics;
        });
        thread.Start();
        thread.Join();
        Assert.NotSame(_statistics, other);
        Assert.Equal(1, other!.CreatedOutsideScopeCount);
        Assert.Equal(0, _statistics.CreatedOutsideScopeCount);
    }
}
