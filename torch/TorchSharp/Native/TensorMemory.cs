namespace TorchSharp.Native;

/// <summary>
/// Counts live tensors and the native memory behind them. The garbage collector sees a tensor as a few dozen bytes and would let
/// forgotten ones pile up; so a collection is asked for whenever the memory held by live tensors has grown by as much as was live after the
/// last one (see <see cref="Growth"/>). Programs that dispose of their tensors seldom get there.
/// </summary>
internal static class TensorMemory
{
    private const long MinimumGrowth = 256L << 20;

    /// <summary>libtorch's own bookkeeping for a small tensor (TensorImpl, StorageImpl, allocator headers), roughly.</summary>
    private const long Overhead = 512;

    private static long liveCount;
    private static long liveBytes;
    private static long collectAt = MinimumGrowth;

    /// <summary>Tensors neither disposed nor finalized yet, in the whole process.</summary>
    public static long LiveCount => Interlocked.Read(ref liveCount);

    /// <summary>An estimate of the native bytes held by live tensors.</summary>
    public static long LiveBytes => Interlocked.Read(ref liveBytes);

    public static void Add(int kib)
    {
        Interlocked.Increment(ref liveCount);
        if (Interlocked.Add(ref liveBytes, ((long)kib << 10) + Overhead) > Interlocked.Read(ref collectAt))
        {
            Collect();
        }
    }

    public static void Remove(int kib)
    {
        Interlocked.Decrement(ref liveCount);
        Interlocked.Add(ref liveBytes, -((long)kib << 10) - Overhead);
    }

    private static void Collect()
    {
        // Raised first: other threads must not ask for the same collection again.
        Interlocked.Exchange(ref collectAt, long.MaxValue);
        var allFreed = false;
        try
        {
            GC.Collect();
            // The finalizer thread frees what was forgotten. It only calls into libtorch, so a short wait cannot deadlock on us,
            // and without it a fast loop would outrun it.
            allFreed = WaitForFinalizers();
        }
        finally
        {
            var live = LiveBytes;
            Interlocked.Exchange(ref collectAt, live + (allFreed ? Growth(live) : MinimumGrowth));
        }
    }

    /// <summary>As much as is live, but at least <see cref="MinimumGrowth"/> and at most an eighth of the machine's memory.</summary>
    private static long Growth(long live) =>
        Math.Max(MinimumGrowth, Math.Min(live, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8));

    /// <summary>Waits while tensors are being freed; true if all finalizers are through.</summary>
    private static bool WaitForFinalizers()
    {
        // Bounded: a user's own finalizer may be waiting for a lock that this thread holds, or this may be the finalizer thread.
        using var done = new ManualResetEventSlim();
        _ = ThreadPool.UnsafeQueueUserWorkItem(static state => { GC.WaitForPendingFinalizers(); state.Set(); }, done, preferLocal: false);
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var before = LiveCount;
            if (done.Wait(TimeSpan.FromMilliseconds(250)))
            {
                return true;
            }

            if (LiveCount >= before)
            {
                break;
            }
        }

        return false;
    }
}
