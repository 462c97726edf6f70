using Espalier.Graphs;
using Espalier.Planning;
using Espalier.Structures;

namespace Espalier.Plugins.Snp;

/// <summary>How many neurons each layer keeps, in every head alike.</summary>
internal static class SnpWidths
{
    /// <summary>The ratio that the options give each layer; null where a budget decides.</summary>
    /// <exception cref="PlanException">A ratio is for nothing, or for another model.</exception>
    public static IReadOnlyDictionary<SnpLayer, double?> Ratios(TracedModel model, SnpOptions options, SnpLayers layers)
    {
        if (options.RatioFile is { } path)
        {
            var file = RatioFile.Read(path).For(layers);
            return layers.All.ToDictionary(layer => layer, layer => (double?)file.GetValueOrDefault(layer));
        }

        var ratios = layers.All.ToDictionary(layer => layer, layer => OfKind(options, layer.Kind) ?? (options.HasBudget ? null : 0));
        string[] names = [.. layers.All.Select(layer => layer.Group.Name).Distinct()];
        foreach (var (selector, ratio) in options.Layers)
        {
            var selection = new LayerSelector(selector).Select(model, names);
            SnpLayer[] selected = [.. layers.All.Where(layer => Contains(selection, layer, layers))];
            if (selected.Length == 0)
            {
                throw new PlanException(
                    $"'{selector}' under 'layers' selects nothing that SNP cuts. It cuts {string.Join(", ", names.Take(20))}{(names.Length > 20 ? ", ..." : "")}.");
            }

            foreach (var layer in selected)
            {
                ratios[layer] = ratio;
            }
        }

        return ratios;
    }

    /// <summary>The kept number per row, for each layer that is cut.</summary>
    /// <exception cref="PlanException">A ratio leaves nothing.</exception>
    public static IReadOnlyDictionary<SnpLayer, int> Of(IReadOnlyDictionary<SnpLayer, double?> ratios, Rounding rounding) => ratios
        .Select(pair => (Layer: pair.Key, Kept: Keep(pair.Key, pair.Value ?? 0, rounding)))
        .Where(pair => pair.Kept < pair.Layer.Width)
        .ToDictionary(pair => pair.Layer, pair => pair.Kept);

    /// <summary>What a ratio leaves of a layer's rows: at least one.</summary>
    /// <exception cref="PlanException">The ratio leaves nothing, or is negative.</exception>
    public static int Keep(SnpLayer layer, double ratio, Rounding rounding)
    {
        if (ratio is not (>= 0 and < 1))
        {
            throw new PlanException(
                $"The ratio of '{layer.Name}' is {ratio}, which leaves nothing of {(layer.Rows > 1 ? "its heads" : "it")}. A ratio is the part that goes: at least 0 and less than 1.");
        }

        // The small number keeps 0.3 of 10 from coming out as 2.9999 or 3.0001.
        var goes = rounding switch
        {
            Rounding.Floor => Math.Floor((ratio * layer.Width) + 1e-6),
            Rounding.Ceiling => Math.Ceiling((ratio * layer.Width) - 1e-6),
            _ => Math.Floor((ratio * layer.Width) + 0.5 + 1e-9),
        };
        return Math.Max(1, layer.Width - (int)goes);
    }

    private static double? OfKind(SnpOptions options, SnpKind kind) => kind switch
    {
        SnpKind.Qk => options.Qk,
        SnpKind.V => options.V,
        SnpKind.Ffn => options.Ffn,
        _ => options.Residual,
    };

    /// <summary>All that make a group must be selected: the residual stream does not belong to a block that writes it.</summary>
    private static bool Contains(LayerSelection selection, SnpLayer layer, SnpLayers layers) =>
        selection.Groups.Contains(layer.Group.Name)
        || layer.Group.Members.Where(member => member.Role == MemberRole.Producer && layers.Weights.Contains(member.Parameter))
            .All(member => selection.Parameters.Contains(member.Parameter));
}
