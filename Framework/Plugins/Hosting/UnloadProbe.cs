namespace Espalier.Plugins;

/// <summary>Proves that a generation is gone.</summary>
internal static class UnloadProbe
{
    /// <summary>Collects garbage until a load context is gone, at most so many times.</summary>
    public static async Task<(bool Collected, int Collections)> Wait(WeakReference context, int collections, TimeProvider time)
    {
        for (var i = 1; i <= collections; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            if (!context.IsAlive)
            {
                return (true, i);
            }

            // Threads of the pool give up what they last ran, and tasks that are ending end.
            await Task.Delay(TimeSpan.FromMilliseconds(10 * i), time).ConfigureAwait(false);
        }

        return (false, collections);
    }
}
