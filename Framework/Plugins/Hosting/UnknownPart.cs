using Espalier.Recipes;

namespace Espalier.Plugins;

/// <summary>What to say when a recipe names a part that no plugin offers.</summary>
internal static class UnknownPart
{
    public static string Message(string kind, string name, IReadOnlyList<string> names, IReadOnlyList<PartInfo> all)
    {
        var elsewhere = all.FirstOrDefault(p => p.Name == name && p.Kind != kind);
        return $"There is no {kind} '{name}'."
            + (elsewhere is not null ? $" '{name}' is a {elsewhere.Kind} (of plugin '{elsewhere.Plugin}')." : "")
            + (names.Count > 0 ? CloseNames.Hint(name, names) : $" No loaded plugin offers a {kind}; {Kinds(all)}.");
    }

    private static string Kinds(IReadOnlyList<PartInfo> all) => all.Count == 0
        ? "no plugin is loaded"
        : "there are parts of the kinds " + string.Join(", ", all.Select(p => p.Kind).Distinct().Order(StringComparer.Ordinal));
}
