namespace Espalier.Plugins;

/// <summary>What to say when a recipe names a part that no plugin offers.</summary>
internal static class UnknownPart
{
    private const int MaxListed = 40;

    public static string Message(string kind, string name, IReadOnlyList<string> names, IReadOnlyList<PartInfo> all)
    {
        var close = names.Select(n => (Name: n, Distance: Distance(n, name))).Where(n => n.Distance <= Math.Max(1, name.Length / 3))
            .OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal).Take(3).Select(n => $"'{n.Name}'").ToArray();
        var elsewhere = all.FirstOrDefault(p => p.Name == name && p.Kind != kind);
        return $"There is no {kind} '{name}'."
            + (close.Length > 0 ? $" Did you mean {string.Join(" or ", close)}?" : "")
            + (elsewhere is not null ? $" '{name}' is a {elsewhere.Kind} (of plugin '{elsewhere.Plugin}')." : "")
            + (names.Count > 0
                ? $" There are: {string.Join(", ", names.Take(MaxListed))}{(names.Count > MaxListed ? ", ..." : "")}."
                : $" No loaded plugin offers a {kind}; {Kinds(all)}.");
    }

    private static string Kinds(IReadOnlyList<PartInfo> all) => all.Count == 0
        ? "no plugin is loaded"
        : "there are parts of the kinds " + string.Join(", ", all.Select(p => p.Kind).Distinct().Order(StringComparer.Ordinal));

    // Levenshtein's distance, row by row.
    private static int Distance(string first, string second)
    {
        var row = Enumerable.Range(0, second.Length + 1).ToArray();
        for (var i = 1; i <= first.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= second.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (first[i - 1] == second[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[^1];
    }
}
