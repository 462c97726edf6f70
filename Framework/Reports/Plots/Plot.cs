using System.Text.Json.Serialization;

namespace Espalier.Reports;

/// <summary>A figure as data, without a word about how it is drawn. The report's own sections and those of methods are made of the same kinds.</summary>
/// <param name="Title">What the figure shows, in a few words.</param>
/// <param name="Explanation">A sentence or two on how to read it, for someone who sees it for the first time.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LinesPlot), "lines")]
[JsonDerivedType(typeof(BarsPlot), "bars")]
[JsonDerivedType(typeof(PointsPlot), "points")]
[JsonDerivedType(typeof(HistogramPlot), "histogram")]
[JsonDerivedType(typeof(HeatMapPlot), "heatmap")]
[JsonDerivedType(typeof(ImagesPlot), "images")]
[JsonDerivedType(typeof(StripsPlot), "strips")]
[JsonDerivedType(typeof(TablePlot), "table")]
public abstract record Plot(string Title, string Explanation)
{
    /// <summary>Whether the figure is one of many alike, such as one per layer: such figures are drawn small, side by side.</summary>
    public bool Small { get; init; }
}
