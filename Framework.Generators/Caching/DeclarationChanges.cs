namespace Espalier.Generators.Caching;

/// <summary>
/// What one compilation declares otherwise than another, by name. Code that does not say such a name, and uses no declaration that does,
/// means the same in both.
/// </summary>
internal sealed class DeclarationChanges
{
    public static readonly DeclarationChanges None = new([], []);

    private readonly HashSet<string> names;
    private readonly HashSet<Hash> gone;

    private DeclarationChanges(HashSet<string> names, HashSet<Hash> gone)
    {
        this.names = names;
        this.gone = gone;
    }

    /// <summary>The changes between two versions of some files; null if they may matter to everything.</summary>
    public static DeclarationChanges? Between(
        IReadOnlyList<(FileDeclarations Old, FileDeclarations New)> changed, IReadOnlyList<FileDeclarations> all)
    {
        if (changed.Any(file => !file.Old.Common.Equals(file.New.Common)))
        {
            return null;
        }

        var names = new HashSet<string>();
        foreach (var (old, now) in changed)
        {
            names.UnionWith(Names(old, now));
        }

        // Other declarations say the name, and code that uses those need not. Attributes are said without their suffix.
        names.UnionWith(names.Where(name => name.EndsWith("Attribute", StringComparison.Ordinal))
            .Select(name => name.Substring(0, name.Length - "Attribute".Length)).ToList());
        return changed.Select(file => file.Old).Concat(all).Any(file => names.Any(file.References.Contains)) ? null
            : new DeclarationChanges(names, [.. changed.Select(file => file.Old.Hash)]);
    }

    /// <summary>Whether they may change what code means.</summary>
    /// <param name="said">For each piece of the code, the names in it.</param>
    /// <param name="homes">The files that declare the classes it belongs to.</param>
    public bool Concern(IEnumerable<ISet<string>> said, IEnumerable<FileDeclarations> homes) =>
        gone.Count > 0 && (homes.Any(file => gone.Contains(file.Hash)) || said.Any(text => names.Any(text.Contains)));

    /// <summary>The names of what is in one version and not, or not as often, in the other.</summary>
    private static IEnumerable<string> Names(FileDeclarations old, FileDeclarations now)
    {
        var counts = new Dictionary<Declaration, int>();
        foreach (var declaration in old.All)
        {
            counts[declaration] = counts.TryGetValue(declaration, out var count) ? count + 1 : 1;
        }

        foreach (var declaration in now.All)
        {
            counts[declaration] = counts.TryGetValue(declaration, out var count) ? count - 1 : -1;
        }

        return counts.Where(entry => entry.Value != 0).Select(entry => entry.Key.Name);
    }
}
