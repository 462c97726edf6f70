namespace Espalier.Reports;

/// <summary>A titled part of a report. Methods add their own to what they return.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Text">A few sentences of introduction; may be empty.</param>
/// <param name="Plots">Its figures and tables, from the top.</param>
public sealed record ReportSection(string Title, string Text, IReadOnlyList<Plot> Plots)
{
    /// <summary>Whether the section is folded away until a reader opens it.</summary>
    public bool IsCollapsed { get; init; }
}
