namespace Espalier.Reports;

/// <summary>Which units stayed and which went: a strip per row, a cell per unit in the order of the layer.</summary>
/// <param name="Title"><inheritdoc cref="Plot" path="/param[@name='Title']"/></param>
/// <param name="Explanation"><inheritdoc cref="Plot" path="/param[@name='Explanation']"/></param>
/// <param name="Unit">What a cell is: <c>neuron</c>, <c>head</c>.</param>
/// <param name="Rows">The strips, from the top. Neighbours of one group stand close together under the group's name.</param>
public sealed record StripsPlot(string Title, string Explanation, string Unit, IReadOnlyList<StripRow> Rows) : Plot(Title, Explanation);
