using Espalier.Planning;

namespace Espalier.Plugins.Head;

/// <summary>Whether a ratio leaves every layer what it must keep.</summary>
internal static class HeadRatio
{
    /// <param name="options">The ratio and the minimum.</param>
    /// <param name="layers">The layers before anything is cut.</param>
    /// <param name="keepers">The layers that keep a head whatever the minimum, each with the reason.</param>
    /// <exception cref="PlanException">It does not.</exception>
    public static void Check(HeadOptions options, IReadOnlyList<HeadLayer> layers, IReadOnlyDictionary<HeadLayer, string> keepers)
    {
        if (options.Ratio is not { } ratio)
        {
            return;
        }

        int Least(HeadLayer layer) => Math.Min(Math.Max(options.Minimum, keepers.ContainsKey(layer) ? 1 : 0), layer.Group.Count);
        if (options.Ranking == HeadRanking.Global)
        {
            var (stay, least, all) = (options.Budget.Limit(layers.Sum(layer => layer.Group.Count)), layers.Sum(Least), layers.Sum(layer => layer.Group.Count));
            if (stay < least)
            {
                throw new PlanException(
                    $"A ratio of {ratio} leaves {stay} of {all} heads, and the {layers.Count} attention layers keep at least {least}. Ask for a ratio of at most {1 - (least / (double)all):0.###}.");
            }
        }
        else if (layers.FirstOrDefault(layer => options.Budget.Limit(layer.Group.Count) < Least(layer)) is { } emptied)
        {
            throw new PlanException(
                $"A ratio of {ratio} leaves {options.Budget.Limit(emptied.Group.Count)} of the {emptied.Group.Count} heads of '{emptied.Scope}', which keeps at least {Least(emptied)}. "
                + $"{(keepers.TryGetValue(emptied, out var reason) ? reason + " " : "")}"
                + "Ask for a lower ratio, rank all layers together ('ranking: global'), or name the layer under 'ignore'.");
        }
    }
}
