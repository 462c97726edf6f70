using Espalier.Recipes;

namespace Espalier.EndToEnd.Tests.Schema;

/// <summary>The recipes of the tool, and those that its documents show.</summary>
internal static class Recipes
{
    /// <summary>All of them by file, and line where they stand in a document.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Files().Concat(Samples()).ToDictionary(StringComparer.Ordinal);

    private static string Root => Checkout.Folder;

    /// <summary>One of them as it is read.</summary>
    public static RecipeNode Read(string name) => RecipeReader.Read(All[name], name);

    private static IEnumerable<KeyValuePair<string, string>> Files() => new[] { Path.Combine("hosts", "Cli", "recipes"), Path.Combine("docs", "results") }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.yaml"))
        .Select(file => KeyValuePair.Create(Path.GetRelativePath(Root, file), File.ReadAllText(file)));

    private static IEnumerable<KeyValuePair<string, string>> Samples()
    {
        // The recipe of plugins.md names a part of the plugin there, which is not among the tool's.
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "plugins.md").Append(Path.Combine(Root, "README.md")))
        {
            var lines = File.ReadAllLines(file);
            for (var line = Array.IndexOf(lines, "```yaml"); line >= 0; line = Array.IndexOf(lines, "```yaml", line + 1))
            {
                var text = lines.Skip(line + 1).TakeWhile(text => text != "```").ToArray();
                if (text.Any(text => text.Length > 0 && !text.StartsWith('#')))
                {
                    yield return KeyValuePair.Create($"{Path.GetRelativePath(Root, file)}:{line + 1}", Completed(text));
                }
            }
        }
    }

    /// <summary>Documents show only the part that they are about.</summary>
    private static string Completed(string[] lines)
    {
        var hasModel = lines.Any(line => line.StartsWith("model:", StringComparison.Ordinal));
        var isOneStep = lines[0].TrimStart().StartsWith("- ", StringComparison.Ordinal);
        return $"{(hasModel ? "" : "model: { family: resnet-cifar }\n")}{(isOneStep ? "steps:\n" : "")}{string.Join('\n', lines)}\n";
    }
}
