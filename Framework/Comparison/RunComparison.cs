using System.Text.RegularExpressions;
using Espalier.Recipes;

namespace Espalier.Comparison;

/// <summary>Sorts runs by what their recipes say: those that differ in the seed alone are one variant.</summary>
public static partial class RunComparison
{
    /// <summary>What does not change what a run computes. Seeds, of the recipe and of its parts, change chance alone.</summary>
    private static readonly HashSet<string> Ignored = new(StringComparer.Ordinal) { "name", "outputs" };

    /// <summary>The variants, in the order in which the first run of each was given.</summary>
    public static IReadOnlyList<RunVariant> Of(IReadOnlyList<RunOutcome> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var settings = runs.Select(run => Settings(run.Recipe)).ToArray();
        var differing = settings.SelectMany(own => own.Keys).Distinct(StringComparer.Ordinal)
            .Where(path => settings.Select(own => own.GetValueOrDefault(path)).Distinct(StringComparer.Ordinal).Count() > 1).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. runs.Zip(settings)
                .GroupBy(pair => string.Join('\n', pair.Second.Where(setting => differing.Contains(setting.Key)).Select(setting => Text(setting, pair.Second.Keys))))
                .Select(variant => new RunVariant(variant.Key.Split('\n', StringSplitOptions.RemoveEmptyEntries), [.. variant.Select(pair => pair.First)])),
        ];
    }

    private static SortedDictionary<string, string> Settings(RecipeNode recipe)
    {
        var result = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(recipe, "", result);
        return result;
    }

    private static void Add(RecipeNode node, string path, SortedDictionary<string, string> settings)
    {
        switch (node)
        {
            case RecipeMap { Entries: [{ Value: RecipeMap options } part] } when !Counted(options, path).Any():
                // A part without options may be written as its name alone.
                settings[path] = part.Key;
                break;
            case RecipeMap map when Counted(map, path).Any():
                foreach (var entry in Counted(map, path))
                {
                    Add(entry.Value, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}", settings);
                }

                break;
            case RecipeList { Items.Count: > 0 } list:
                foreach (var (index, item) in list.Items.Index())
                {
                    Add(item, FormattableString.Invariant($"{path}[{index}]"), settings);
                }

                break;
            default:
                settings[path] = node switch { RecipeScalar scalar => scalar.Text, RecipeMap => "{}", _ => RecipeJson.Write(node) };
                break;
        }
    }

    private static IEnumerable<RecipeEntry> Counted(RecipeMap map, string path) =>
        map.Entries.Where(entry => entry.Key != "seed" && (path.Length > 0 || !Ignored.Contains(entry.Key)));

    /// <summary>A setting; the number of a step is left out where its method runs once.</summary>
    private static string Text(KeyValuePair<string, string> setting, IEnumerable<string> all)
    {
        var name = Step().Match(setting.Key) is { Success: true } step
            && all.Select(path => Step().Match(path)).Where(other => other.Success && other.Groups["method"].Value == step.Groups["method"].Value)
                .Select(other => other.Groups["number"].Value).Distinct(StringComparer.Ordinal).Count() == 1
            ? setting.Key[(setting.Key.IndexOf('.', StringComparison.Ordinal) + 1)..]
            : setting.Key;
        return $"{name}={setting.Value}".ReplaceLineEndings(" ");
    }

    [GeneratedRegex(@"^steps\[(?<number>\d+)\]\.(?<method>[^.\[]+)")]
    private static partial Regex Step();
}
