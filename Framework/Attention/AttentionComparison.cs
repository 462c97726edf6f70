using System.Globalization;
using Espalier.Data;
using Espalier.Reports;

namespace Espalier.Attention;

/// <summary>What a cut did to where a model looks: figures for a method's report.</summary>
public static class AttentionComparison
{
    /// <summary>The most layers that are shown as images: the first, the last and some between.</summary>
    private const int Shown = 5;

    /// <summary>The figures; null where one of the models has no maps.</summary>
    /// <param name="dense">Before the cut.</param>
    /// <param name="pruned">After it, of the same images.</param>
    /// <param name="test">The images.</param>
    /// <param name="kept">By the name of a map, which heads are left, numbered as before; null: all are.</param>
    public static ReportSection? Of(AttentionMaps? dense, AttentionMaps? pruned, ImageSet test, Func<string, IReadOnlyList<int>?>? kept = null)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (dense is null || pruned is null)
        {
            return null;
        }

        var after = pruned.Layers.ToDictionary(layer => layer.Name, StringComparer.Ordinal);
        var pictured = Spread([.. dense.Layers.Where(layer => layer.Grid is not null && after.TryGetValue(layer.Name, out var other) && other.Grid == layer.Grid)]);
        Plot[] plots = pictured.Count > 0 ? [Pictures(dense, pruned, test, pictured, after)] : [];
        return new ReportSection(
            "What the model looks at",
            $"{dense.Images.Count} test images through the model before and after this step's cut. Nothing was trained in between, so that later steps may bring back what is lost here.",
            [.. plots, Moved(dense, after, kept ?? (_ => null))]);
    }

    /// <summary>
    /// For each head of a layer, the part of its attention that is elsewhere after the cut, as a mean over the images: half of the sum of absolute differences,
    /// from 0 to 1. NaN for heads that are gone.
    /// </summary>
    /// <param name="dense">Before the cut.</param>
    /// <param name="pruned">After it; null where the layer attends no more.</param>
    /// <param name="kept">Which heads are left, numbered as before; null: all are.</param>
    public static double[] Moved(AttentionMap dense, AttentionMap? pruned, IReadOnlyList<int>? kept = null)
    {
        ArgumentNullException.ThrowIfNull(dense);
        var moved = Enumerable.Repeat(double.NaN, dense.Heads).ToArray();
        IReadOnlyList<int> heads = kept ?? [.. Enumerable.Range(0, dense.Heads)];
        if (pruned is null || pruned.Heads != heads.Count)
        {
            return moved;
        }

        foreach (var (place, head) in heads.Index())
        {
            moved[head] = dense.Rows.Zip(pruned.Rows, (before, after) => before[head].Zip(after[place], (a, b) => Math.Abs(a - b)).Sum() / 2).Average();
        }

        return moved;
    }

    private static HeatMapPlot Moved(AttentionMaps dense, Dictionary<string, AttentionMap> after, Func<string, IReadOnlyList<int>?> kept)
    {
        var heads = dense.Layers.Max(layer => layer.Heads);
        return new HeatMapPlot(
            "How much of the attention moved, by head", "Each cell is a head: 0 where it looks at the same places as before, 1 where at entirely others. Heads that are gone have no colour.",
            [.. dense.Layers.Select(layer => layer.Name)], [.. Enumerable.Range(0, heads).Select(head => head.ToString(CultureInfo.InvariantCulture))],
            [
                .. dense.Layers.Select(layer => (IReadOnlyList<double>)
                [
                    .. Moved(layer, after.GetValueOrDefault(layer.Name), kept(layer.Name)), .. Enumerable.Repeat(double.NaN, heads - layer.Heads),
                ]),
            ],
            new PlotAxis("head"), new PlotAxis("attention layer"), new PlotAxis("part of the attention that moved"))
        { Low = 0 };
    }

    private static ImagesPlot Pictures(
        AttentionMaps dense, AttentionMaps pruned, ImageSet test, IReadOnlyList<AttentionMap> layers, Dictionary<string, AttentionMap> after)
    {
        var looks = layers[0].Grid!.Skipped > 0 ? "where the class token looks" : "where all tokens look on average";
        var rows = new List<IReadOnlyList<Picture>>();
        for (var image = 0; image < dense.Images.Count; image++)
        {
            var number = dense.Images[image];
            var own = test.Images[number];
            var label = test.Classes[(int)test.Labels[number].item<long>()];
            var (first, second) = (new List<Picture>(), new List<Picture>());
            first.Add(Picture.Of(Answer("Before", dense, test, image, label), own));
            second.Add(Picture.Of(Answer("After", pruned, test, image, label), own));
            foreach (var layer in layers)
            {
                var (before, now) = (Places(layer, image), Places(after[layer.Name], image));
                var white = Math.Max(before.Max(), now.Max());
                first.Add(Picture.Of($"{layer.Name}, before", before, layer.Grid!.Width, white));
                second.Add(Picture.Of($"{layer.Name}, after", now, layer.Grid.Width, white));
            }

            rows.Add(first);
            rows.Add(second);
            own.Dispose();
        }

        return new ImagesPlot(
            "Attention maps, before above after",
            $"Left the image, with what it is and whether the model sees that; beside it, for {(layers.Count < dense.Layers.Count ? "some layers" : "each layer")} in order, {looks}, as the mean over "
            + "heads. White is looked at most, black not at all; the two maps of a layer have the same scale. Alike maps mean that the cut left the layer's attention as it was.", rows);
    }

    private static string Answer(string when, AttentionMaps maps, ImageSet test, int image, string label)
    {
        if (image >= maps.Answers.Count)
        {
            return $"{when}: {label}";
        }

        var answer = test.Classes[maps.Answers[image]];
        return answer == label ? $"{when}: {label}, recognised" : $"{when}: {label}, taken for {answer}";
    }

    private static double[] Places(AttentionMap layer, int image) => layer.Mean(image)[layer.Grid!.Skipped..];

    private static IReadOnlyList<AttentionMap> Spread(IReadOnlyList<AttentionMap> layers) => layers.Count <= Shown
        ? layers
        : [.. Enumerable.Range(0, Shown).Select(i => layers[(int)Math.Round(i * (layers.Count - 1) / (Shown - 1.0))])];
}
