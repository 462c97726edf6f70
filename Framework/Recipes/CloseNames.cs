namespace Espalier.Recipes;

/// <summary>Finds the name that was probably meant.</summary>
public static class CloseNames
{
    /// <summary>The closest of some names, if it is close enough to be a slip of the pen.</summary>
    public static string? Find(string name, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(name);
        var limit = Math.Max(1, name.Length / 3);
        return names.Select(other => (Name: other, Distance: Distance(name, other, limit)))
            .Where(other => other.Distance <= limit)
            .OrderBy(other => other.Distance).ThenBy(other => other.Name, StringComparer.Ordinal)
            .Select(other => other.Name).FirstOrDefault();
    }

    /// <summary>The end of a message: the probable name, and all there are.</summary>
    public static string Hint(string name, IReadOnlyCollection<string> names) =>
        (Find(name, names) is { } close ? $" Did you mean '{close}'?" : "") + (names.Count == 0 ? "" : $" There are: {string.Join(", ", names)}.");

    // Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return limit + 1;
        }

        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1,
                    rows[i - 1, j - 1] + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
