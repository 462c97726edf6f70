using System.Globalization;

namespace Espalier.Recipes;

/// <summary>The entries of a mapping that is being read: no key twice, none empty.</summary>
internal sealed class RecipeEntries(RecipePlace place)
{
    private readonly List<RecipeEntry> entries = [];
    private readonly Dictionary<string, RecipePlace> places = new(StringComparer.Ordinal);
    private (string Key, RecipePlace Place) open;

    /// <summary>Begins an entry with its key.</summary>
    public void Begin(string key, RecipePlace keyPlace)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            throw new RecipeException(keyPlace, "A key is missing before the ':'.");
        }

        if (!places.TryAdd(key, keyPlace))
        {
            throw new RecipeException(
                keyPlace, string.Create(CultureInfo.InvariantCulture, $"The key '{key}' is already given in line {places[key].Line}. Take one of them away."));
        }

        open = (key, keyPlace);
    }

    /// <summary>Ends the entry with its value.</summary>
    public void End(RecipeNode value) => entries.Add(new RecipeEntry(open.Key, value, open.Place));

    /// <summary>All entries.</summary>
    public RecipeMap ToMap() => new(entries, place);
}
