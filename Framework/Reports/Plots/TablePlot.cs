namespace Espalier.Reports;

/// <summary>A table of texts. Columns whose cells are all numbers stand to the right.</summary>
/// <param name="Title"><inheritdoc cref="Plot" path="/param[@name='Title']"/></param>
/// <param name="Explanation"><inheritdoc cref="Plot" path="/param[@name='Explanation']"/></param>
/// <param name="Columns">The heads of the columns.</param>
/// <param name="Rows">One cell per column each.</param>
public sealed record TablePlot(string Title, string Explanation, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
    : Plot(Title, Explanation);
