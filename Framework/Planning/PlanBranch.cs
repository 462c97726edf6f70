namespace Espalier.Planning;

/// <summary>A residual branch that a plan removes.</summary>
/// <param name="Name">What it is called: <c>blocks.0.attn</c>.</param>
/// <param name="Module">The path of the module that has the branch's switch; empty for the model itself.</param>
/// <param name="Children">The sub-modules of that module which go with the branch, by their names in it.</param>
public sealed record PlanBranch(string Name, string Module, IReadOnlyList<string> Children)
{
    /// <summary>Whether a parameter, a module or a field lies in what goes, by its full name.</summary>
    public bool Holds(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var prefix = Module.Length == 0 ? "" : Module + ".";
        return Children.Any(child =>
            name.StartsWith(prefix + child, StringComparison.Ordinal)
            && (name.Length == prefix.Length + child.Length || name[prefix.Length + child.Length] == '.'));
    }

    /// <inheritdoc/>
    public bool Equals(PlanBranch? other) => other is not null && Name == other.Name && Module == other.Module && Children.SequenceEqual(other.Children);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Module, Children.Count);
}
