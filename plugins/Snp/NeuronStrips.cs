using System.Globalization;
using Espalier.Reports;

namespace Espalier.Plugins.Snp;

/// <summary>Which neurons went, layer by layer and head by head.</summary>
internal static class NeuronStrips
{
    /// <summary>From so many strips on they are folded away.</summary>
    private const int Many = 100;

    /// <summary>One figure per kind that lost something; none where nothing did.</summary>
    /// <param name="layers">All layers.</param>
    /// <param name="gone">The units that go, by group.</param>
    public static ReportSection[] Sections(IEnumerable<SnpLayer> layers, IReadOnlyDictionary<string, HashSet<int>> gone)
    {
        StripsPlot[] plots =
        [
            .. layers.GroupBy(layer => layer.Kind).OrderBy(kind => kind.Key).Select(kind => Strips(kind.Key, [.. kind.SelectMany(layer => Rows(layer, gone))]))
                .Where(plot => plot.Rows.Any(row => row.Cut.Count > 0)),
        ];
        return plots.Length == 0
            ? []
            : [
                new("SNP: which neurons went", "A cell per neuron, in the order of the layer's weights. Heads of a layer keep equally many, each of them its own.", plots)
                {
                    IsCollapsed = plots.Sum(plot => plot.Rows.Count) > Many,
                },
            ];
    }

    /// <summary>The neurons of a layer: a strip per head, or one.</summary>
    internal static IEnumerable<StripRow> Rows(SnpLayer layer, IReadOnlyDictionary<string, HashSet<int>> gone)
    {
        var cut = gone.TryGetValue(layer.Group.Name, out var units) ? units : [];
        foreach (var (number, row) in layer.Units.GroupBy(unit => layer.Group.Rows[unit]).OrderBy(row => row.Key).Index())
        {
            yield return new StripRow(
                layer.Name, layer.Rows == 1 ? "" : $"head {number.ToString(CultureInfo.InvariantCulture)}", row.Count(),
                [.. row.Index().Where(pair => cut.Contains(pair.Item)).Select(pair => pair.Index)]);
        }
    }

    private static StripsPlot Strips(SnpKind kind, StripRow[] rows) => kind switch
    {
        SnpKind.Qk => new("Query/key pairs", "A strip per head; neuron i of the queries goes with neuron i of the keys.", "pair", rows),
        SnpKind.V => new("Values", "A strip per head; the projection's columns go with them.", "neuron", rows),
        SnpKind.Ffn => new("Feed-forward neurons", "A strip per layer.", "neuron", rows),
        _ => new("Residual channels", "One choice for all layers that write to the stream or read it.", "channel", rows),
    };
}
