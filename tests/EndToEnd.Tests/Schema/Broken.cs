using Espalier.Recipes;

namespace Espalier.EndToEnd.Tests.Schema;

/// <summary>Makes recipes wrong, at one place each.</summary>
internal static class Broken
{
    /// <summary>Variants that are wrong whatever the recipe says, with what was done.</summary>
    public static IEnumerable<(string What, RecipeNode Recipe)> Variants(RecipeNode node) => Variants(node, "");

    private static IEnumerable<(string What, RecipeNode Recipe)> Variants(RecipeNode node, string path)
    {
        yield return ($"{path}: a mapping of a key that means nothing", Nonsense(node.Place));
        if (node is RecipeMap map)
        {
            yield return ($"{path}: a further key", map with { Entries = [.. map.Entries, Nonsense(map.Place).Entries[0]] });
            yield return ($"{path}: nothing but a list", new RecipeList([Nonsense(map.Place)], map.Place));
            for (var i = 0; i < map.Entries.Count; i++)
            {
                var (entry, at) = (map.Entries[i], i);
                foreach (var (what, value) in Variants(entry.Value, $"{path}.{entry.Key}"))
                {
                    yield return (what, map with { Entries = [.. map.Entries.Select((old, index) => index == at ? old with { Value = value } : old)] });
                }
            }
        }
        else if (node is RecipeList list)
        {
            for (var i = 0; i < list.Items.Count; i++)
            {
                var at = i;
                foreach (var (what, value) in Variants(list.Items[i], $"{path}[{i}]"))
                {
                    yield return (what, list with { Items = [.. list.Items.Select((old, index) => index == at ? value : old)] });
                }
            }
        }
    }

    private static RecipeMap Nonsense(RecipePlace place) => new([new RecipeEntry("nonsense", new RecipeMap([], place), place)], place);
}
