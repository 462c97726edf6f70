namespace Espalier.Reports;

/// <summary>A grid of images: attention maps side by side, examples of the data.</summary>
/// <param name="Title"><inheritdoc cref="Plot" path="/param[@name='Title']"/></param>
/// <param name="Explanation"><inheritdoc cref="Plot" path="/param[@name='Explanation']"/></param>
/// <param name="Rows">The images, row by row. Rows may differ in length.</param>
public sealed record ImagesPlot(string Title, string Explanation, IReadOnlyList<IReadOnlyList<Picture>> Rows) : Plot(Title, Explanation);
