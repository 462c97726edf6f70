using static TorchSharp.torch;

namespace Espalier.Graphs;

/// <summary>
/// An integer member of a module that sizes a reshape or a split, with the way to rewrite it when surgery changes that size. Generated code
/// makes it; two bindings are the same when module and member are.
/// </summary>
/// <param name="module">The module that has the member.</param>
/// <param name="path">The module's path in the traced model; empty for the model itself.</param>
/// <param name="member">The member's name.</param>
/// <param name="set">Writes the member; null where it cannot be written (a readonly field of another assembly, a computed property).</param>
public sealed class SizeBinding(nn.Module module, string path, string member, Action<long>? set) : IEquatable<SizeBinding>
{
    /// <summary>The module that has the member.</summary>
    public nn.Module Module { get; } = module;

    /// <summary>The member's full name: <c>blocks.0.attn.numHeads</c>.</summary>
    public string Name { get; } = path.Length == 0 ? member : $"{path}.{member}";

    /// <summary>Whether the member can be rewritten.</summary>
    public bool IsWritable => set is not null;

    /// <summary>Rewrites the member.</summary>
    /// <exception cref="InvalidOperationException">It cannot be written.</exception>
    public void Set(long value) => (set ?? throw new InvalidOperationException($"{Name} cannot be written."))(value);

    /// <inheritdoc/>
    public bool Equals(SizeBinding? other) => other is not null && ReferenceEquals(Module, other.Module) && Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SizeBinding);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
