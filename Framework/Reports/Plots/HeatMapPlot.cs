namespace Espalier.Reports;

/// <summary>A matrix of numbers as colours.</summary>
/// <param name="Title"><inheritdoc cref="Plot" path="/param[@name='Title']"/></param>
/// <param name="Explanation"><inheritdoc cref="Plot" path="/param[@name='Explanation']"/></param>
/// <param name="Rows">The names of the rows, from the top; empty if they are only numbered from 0.</param>
/// <param name="Columns">The names of the columns; empty if they are only numbered from 0.</param>
/// <param name="Values">The rows of the matrix; NaN where there is no value.</param>
/// <param name="X">What the columns are.</param>
/// <param name="Y">What the rows are.</param>
/// <param name="Value">What the colours mean.</param>
public sealed record HeatMapPlot(
    string Title, string Explanation, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<double>> Values,
    PlotAxis X, PlotAxis Y, PlotAxis Value)
    : Plot(Title, Explanation)
{
    /// <summary>The value of the first colour; null for the smallest.</summary>
    public double? Low { get; init; }

    /// <summary>The value of the last colour; null for the largest.</summary>
    public double? High { get; init; }

    /// <summary>Whether the colours lead from one hue over a neutral zero to another: for differences.</summary>
    public bool IsDiverging { get; init; }
}
