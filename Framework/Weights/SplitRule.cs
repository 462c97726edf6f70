namespace Espalier.Weights;

/// <summary>Takes a layer of a file apart that is several layers in the model, such as one for queries, keys and values together.</summary>
/// <param name="Layer">The end of the layer's path in the file: <c>attn.qkv</c> is that layer of every block.</param>
/// <param name="Into">The last names of the layers that it becomes, in the order of its rows, of which each gets equally many: <c>q</c>, <c>k</c>, <c>v</c>.</param>
public sealed record SplitRule(string Layer, IReadOnlyList<string> Into)
{
    /// <summary>The new names of a tensor; null if it is not the layer's.</summary>
    internal IReadOnlyList<string>? Apply(string name)
    {
        var dot = name.LastIndexOf('.');
        if (dot < 0 || name[..dot] is not { } path || !(path == Layer || path.EndsWith("." + Layer, StringComparison.Ordinal)))
        {
            return null;
        }

        var parent = path[..(path.LastIndexOf('.') + 1)];
        return [.. Into.Select(own => $"{parent}{own}{name[dot..]}")];
    }
}
