using Espalier.Reports;

namespace Espalier.Runs;

/// <summary>The time that a model takes before and after a run or a cut, measured in turns.</summary>
/// <param name="Before">Before.</param>
/// <param name="After">After.</param>
/// <param name="Settings">What it was measured with.</param>
public sealed record LatencyResult(Latency Before, Latency After, LatencySettings Settings);
