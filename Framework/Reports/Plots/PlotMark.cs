namespace Espalier.Reports;

/// <summary>A labelled line across a figure at one value of the horizontal axis: a threshold, the start of a round.</summary>
/// <param name="Value">Where it stands.</param>
/// <param name="Label">What it says.</param>
public sealed record PlotMark(double Value, string Label);
