namespace Espalier.Weights;

/// <summary>Says which name may have been meant.</summary>
internal static class NameSuggestions
{
    private const int LongestCompared = 200;

    public static WeightFileException NoSuch(IWeightFile file, string name)
    {
        var close = Closest(name, file.Tensors.Select(entry => entry.Name));
        return new WeightFileException(
            file.Path,
            $"key {Printable.Quote(name)}",
            "The file has no such tensor.",
            close is null ? $"It has {file.Tensors.Count} others." : $"Did you mean {Printable.Quote(close)}?");
    }

    /// <summary>The candidate with the fewest edits, if they are at most a third of the name.</summary>
    public static string? Closest(string name, IEnumerable<string> candidates)
    {
        var (best, fewest) = ((string?)null, (Math.Min(name.Length, LongestCompared) / 3) + 1);
        foreach (var candidate in candidates.Where(candidate => Math.Abs(candidate.Length - name.Length) < fewest && candidate.Length <= LongestCompared))
        {
            if (Edits(name, candidate) is var edits && edits < fewest)
            {
                (best, fewest) = (candidate, edits);
            }
        }

        return best;
    }

    /// <summary>A rule that would make most of the missing names out of surplus ones, in words; null if no prefix does.</summary>
    public static string? Prefix(IReadOnlyCollection<string> missing, IReadOnlyCollection<string> surplus)
    {
        if (Common(missing, surplus) is { } strip)
        {
            return $"Names in the file start with {Printable.Quote(strip)}: strip it with weights.rename, or choose that part with weights.section.";
        }

        return Common(surplus, missing) is { } add ? $"Names in the model start with {Printable.Quote(add)}: add it with weights.rename." : null;
    }

    /// <summary>What stands before most of the short names when they are looked up among the long ones.</summary>
    private static string? Common(IReadOnlyCollection<string> shorts, IReadOnlyCollection<string> longs)
    {
        var wanted = shorts.ToHashSet(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in longs)
        {
            for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', dot + 1))
            {
                if (wanted.Contains(name[(dot + 1)..]))
                {
                    counts[name[..(dot + 1)]] = counts.GetValueOrDefault(name[..(dot + 1)]) + 1;
                }
            }
        }

        return counts.Where(pair => pair.Value * 2 > wanted.Count).OrderByDescending(pair => pair.Value).Select(pair => pair.Key).FirstOrDefault();
    }

    /// <summary>Levenshtein's distance.</summary>
    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
