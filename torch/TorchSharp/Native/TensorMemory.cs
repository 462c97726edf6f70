namespace TorchSharp.Native;

/// <summary>
/// Watches the native memory behind tensors. The garbage collector sees a tensor, and the whole graph behind it, as a few dozen bytes and would
/// let forgotten ones pile up; so a collection is asked for whenever the native memory has grown by as much as was in use after the last one
/// (see <see cref="Growth"/>). Programs that dispose of their tensors seldom get there.
/// </summary>
internal static unsafe class TensorMemory
{
    private const long MinimumGrowth = 256L << 20;

    /// <summary>libtorch's own bookkeeping for a small tensor (TensorImpl, StorageImpl, allocator headers), roughly.</summary>
    private const long Overhead = 512;

    private static long liveCount;
    private static long deviceBytes;
    private static long collectAt = MinimumGrowth;
    private static long* cpuBytes;

    /// <summary>Tensors neither disposed nor finalized yet, in the whole process.</summary>
    public static long LiveCount => Interlocked.Read(ref liveCount);

    /// <summary>The native bytes in use: exact on the CPU; on other devices what live tensors alone hold.</summary>
    public static long LiveBytes => Volatile.Read(ref *cpuBytes) + Interlocked.Read(ref deviceBytes) + (LiveCount * Overhead);

    /// <param name="kib">The storage on a device other than the CPU that the new tensor alone holds, in KiB.</param>
    public static void Add(int kib)
    {
        if (cpuBytes is null)
        {
            cpuBytes = NativeMethods.et_allocated_bytes();
        }

        Interlocked.Increment(ref liveCount);
        if (kib != 0)
        {
            Interlocked.Add(ref deviceBytes, (long)kib << 10);
        }

        if (LiveBytes > Volatile.Read(ref collectAt))
        {
            Collect();
        }
    }

    public static void Remove(int kib)
    {
        Interlocked.Decrement(ref liveCount);
        if (kib != 0)
        {
            Interlocked.Add(ref deviceBytes, -((long)kib << 10));
        }
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

    /// <summary>As much as is in use, but at least <see cref="MinimumGrowth"/> and at most an eighth of the machine's memory.</summary>
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
