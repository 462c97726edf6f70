namespace Espalier.Data;

/// <summary>Makes numbered things ahead of their use, in order, at most so many at a time.</summary>
/// <typeparam name="T">What is made; whatever is left over at the end is disposed of.</typeparam>
internal sealed class Prefetcher<T> : IDisposable
    where T : IDisposable
{
    private readonly Func<long, T> make;
    private readonly TaskCompletionSource<T>[] ring;
    private readonly SemaphoreSlim free;
    private readonly CancellationTokenSource stop;
    private readonly Thread[] workers;
    private readonly long end;
    private long claimed;
    private long taken;

    /// <summary>Starts its threads.</summary>
    /// <param name="make">Makes one; is called by several threads at once where there are several workers.</param>
    /// <param name="first">The first number.</param>
    /// <param name="end">The number after the last.</param>
    /// <param name="depth">How many may be under way or waiting, at least 1.</param>
    /// <param name="workers">How many threads make them, at least 1.</param>
    /// <param name="cancellation">Stops the threads.</param>
    public Prefetcher(Func<long, T> make, long first, long end, int depth, int workers, CancellationToken cancellation)
    {
        this.make = make;
        this.end = end;
        claimed = taken = first;
        ring = [.. Enumerable.Range(0, depth).Select(static _ => Empty())];
        free = new SemaphoreSlim(depth);
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        this.workers = [.. Enumerable.Range(0, Math.Min(workers, depth)).Select(_ => new Thread(Work) { IsBackground = true })];
        Array.ForEach(this.workers, static worker => worker.Start());
    }

    /// <summary>The next one, which now belongs to the caller; throws what making it threw.</summary>
    public T Take()
    {
        ref var slot = ref ring[taken % ring.Length];
        Task.WaitAny([slot.Task], stop.Token);
        var result = slot.Task.GetAwaiter().GetResult();
        slot = Empty();
        taken++;
        free.Release();
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stop.Cancel();
        Array.ForEach(workers, static worker => worker.Join());
        foreach (var slot in ring.Where(static slot => slot.Task.IsCompletedSuccessfully))
        {
            slot.Task.Result.Dispose();
        }

        stop.Dispose();
        free.Dispose();
    }

    private static TaskCompletionSource<T> Empty() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Work()
    {
        while (true)
        {
            try
            {
                free.Wait(stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            var number = Interlocked.Increment(ref claimed) - 1;
            if (number >= end)
            {
                return;
            }

            // Within the window of `depth` numbers that the semaphore leaves open, a slot belongs to one number.
            var slot = ring[number % ring.Length];
            try
            {
                slot.SetResult(make(number));
            }
            catch (Exception exception)
            {
                slot.SetException(exception);
            }
        }
    }
}
