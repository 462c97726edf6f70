namespace Espalier.Reports;

/// <summary>One line of a report's first table.</summary>
/// <param name="Measure">What was measured.</param>
/// <param name="Note">With what; may be empty.</param>
/// <param name="Before">The number before the run; empty if there is none.</param>
/// <param name="After">The number at its end.</param>
/// <param name="Change">What became of it, as a ratio or a difference.</param>
/// <param name="Kept">The share that is left, for what a run is meant to make smaller; null for other measures.</param>
internal sealed record HeadlineRow(string Measure, string Note, string Before, string After, string Change, double? Kept)
{
    /// <summary>How far the number before the run spreads; empty for exact numbers.</summary>
    public string SpreadBefore { get; init; } = "";

    /// <summary>How far the number at its end spreads.</summary>
    public string SpreadAfter { get; init; } = "";
}
