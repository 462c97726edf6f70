using System.Diagnostics;
using Espalier.Methods;

namespace Espalier.Training;

/// <summary>Passes on at most ten reports a second.</summary>
/// <param name="target">Who hears them; may be null.</param>
internal sealed class ThrottledProgress(IProgress<MethodProgress>? target)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.1);
    private long? last;

    /// <summary>Reports if it is time to.</summary>
    /// <param name="make">Makes the report, only where it is passed on.</param>
    public void Report(Func<MethodProgress> make)
    {
        if (target is not null && (last is not { } then || Stopwatch.GetElapsedTime(then) >= Interval))
        {
            last = Stopwatch.GetTimestamp();
            target.Report(make());
        }
    }
}
