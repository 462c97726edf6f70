using System.Globalization;
using System.Text.RegularExpressions;

namespace Espalier.Recipes;

/// <summary>Changes a recipe from the command line: <c>--set steps[0].channel.ratio=0.3</c>.</summary>
public static partial class RecipeOverrides
{
    private const string Source = "--set";

    /// <summary>Applies assignments, one after the other.</summary>
    /// <param name="recipe">The recipe; it stays as it is.</param>
    /// <param name="assignments">
    /// Each a path, '=', and a value as in YAML. A path is made of keys with dots between them; <c>[0]</c> is a list's first item, one past the last adds
    /// an item; a key with other characters stands in brackets and quotes, <c>["layer1.0"]</c>.
    /// </param>
    /// <exception cref="RecipeException">A path cannot be followed, or a value is not YAML.</exception>
    public static RecipeNode Apply(RecipeNode recipe, IEnumerable<string> assignments)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        return assignments.Aggregate(recipe, Apply);
    }

    private static RecipeNode Apply(RecipeNode recipe, string assignment)
    {
        var match = Assignment().Match(assignment);
        if (!match.Success)
        {
            throw new RecipeException(new RecipePlace(Source, 0, 0), $"'{assignment}' is no assignment. Write path=value: steps[0].channel.ratio=0.3.");
        }

        var steps = Step().Matches(match.Groups[1].Value).Select(step => step.Groups[2].Success
            ? new Segment("", int.TryParse(step.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : int.MaxValue)
            : new Segment(step.Groups[1].Success ? step.Groups[1].Value : step.Groups[3].Value, null)).ToList();
        if (steps.Count > RecipeReader.DeepestNesting)
        {
            throw new RecipeException(new RecipePlace(Source, 0, 0), $"Recipes nest at most {RecipeReader.DeepestNesting} deep.");
        }

        var place = new RecipePlace(Source, 0, 0);
        var text = match.Groups[2].Value;
        var value = string.IsNullOrWhiteSpace(text) ? new RecipeScalar("", false, place) : RecipeReader.Read(text, Source);
        return Set(recipe, steps, 0, value, place);
    }

    private static RecipeNode Set(RecipeNode node, List<Segment> steps, int depth, RecipeNode value, RecipePlace place)
    {
        if (depth == steps.Count)
        {
            return Moved(value, place);
        }

        return steps[depth] switch
        {
            { Index: { } index } => SetItem(node, index, steps, depth, value, place),
            { Key: var key } => SetEntry(node, key, steps, depth, value, place),
        };
    }

    private static RecipeList SetItem(RecipeNode node, int index, List<Segment> steps, int depth, RecipeNode value, RecipePlace place)
    {
        var items = (node as RecipeList)?.Items ?? (IsNothing(node) ? [] : throw new RecipeException(place, $"This is {node.Kind}, not a list."));
        if (index > items.Count)
        {
            throw new RecipeException(place, $"The list has {items.Count} items; the next to add is [{items.Count}].");
        }

        var item = Set(index < items.Count ? items[index] : Nothing(place), steps, depth + 1, value, place.Item(index));
        return new RecipeList([.. items.Take(index), item, .. items.Skip(index + 1)], node.Place);
    }

    private static RecipeMap SetEntry(RecipeNode node, string key, List<Segment> steps, int depth, RecipeNode value, RecipePlace place)
    {
        var entries = node switch
        {
            RecipeMap map => map.Entries,
            _ when IsNothing(node) => [],
            // A part without options, "l2", gets some: "l2: { ... }".
            RecipeScalar scalar when scalar.Text == key => [],
            _ => throw new RecipeException(place, $"This is {node.Kind}, not a mapping with the key '{key}'."),
        };
        var inner = place.Child(key);
        var former = entries.FirstOrDefault(entry => entry.Key == key);
        var entry = new RecipeEntry(key, Set(former?.Value ?? Nothing(inner), steps, depth + 1, value, inner), former?.Place ?? inner);
        return new RecipeMap(former is null ? [.. entries, entry] : [.. entries.Select(e => e.Key == key ? entry : e)], node.Place);
    }

    private static RecipeNode Moved(RecipeNode node, RecipePlace place) => node switch
    {
        RecipeList list => new RecipeList([.. list.Items.Select((item, i) => Moved(item, place.Item(i)))], place),
        RecipeMap map => new RecipeMap([.. map.Entries.Select(e => new RecipeEntry(e.Key, Moved(e.Value, place.Child(e.Key)), place.Child(e.Key)))], place),
        _ => node with { Place = place },
    };

    private static bool IsNothing(RecipeNode node) => node is RecipeScalar { IsNull: true };

    private static RecipeScalar Nothing(RecipePlace place) => new("", false, place);

    [GeneratedRegex("""^\s*((?:[^\s.=\["\]]+|\["[^"]+"\])(?:\.[^\s.=\["\]]+|\[[0-9]+\]|\["[^"]+"\])*)\s*=(.*)$""", RegexOptions.Singleline)]
    private static partial Regex Assignment();

    [GeneratedRegex("""\["([^"]+)"\]|\[([0-9]+)\]|([^.\[\]]+)""")]
    private static partial Regex Step();

    private readonly record struct Segment(string Key, int? Index);
}
