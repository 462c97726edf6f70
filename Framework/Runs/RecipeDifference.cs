using Espalier.Recipes;

namespace Espalier.Runs;

/// <summary>Where two recipes differ, wherever and in whatever order they were written.</summary>
internal static class RecipeDifference
{
    /// <summary>The first difference, as <c>steps[0].channel.ratio is 0.5, and was 0.3</c>; null if there is none.</summary>
    public static string? Find(RecipeNode former, RecipeNode now) => Find(former, now, "");

    private static string? Find(RecipeNode? former, RecipeNode? now, string path)
    {
        switch (former, now)
        {
            case (RecipeMap a, RecipeMap b):
                return a.Entries.Select(entry => entry.Key).Union(b.Entries.Select(entry => entry.Key), StringComparer.Ordinal)
                    .Select(key => Find(a.Find(key), b.Find(key), path.Length == 0 ? key : $"{path}.{key}"))
                    .FirstOrDefault(found => found is not null);
            case (RecipeList a, RecipeList b):
                return Enumerable.Range(0, Math.Max(a.Items.Count, b.Items.Count))
                    .Select(i => Find(a.Items.ElementAtOrDefault(i), b.Items.ElementAtOrDefault(i), $"{path}[{i}]"))
                    .FirstOrDefault(found => found is not null);
            default:
                var (before, after) = (Text(former), Text(now));
                return before == after ? null : $"{path} is {after}, and was {before}";
        }
    }

    private static string Text(RecipeNode? node) => node is null ? "not given" : RecipeJson.Write(node);
}
