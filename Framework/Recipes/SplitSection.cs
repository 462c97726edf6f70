using Espalier.Plugins;
using Espalier.Weights;

namespace Espalier.Recipes;

/// <summary>A layer of a weight file that is several layers in the model.</summary>
[PluginOptions]
public sealed record SplitSection : IValidatedOptions
{
    /// <summary>The end of the layer's path in the file, such as attn.qkv, for all layers with that end.</summary>
    public required string Layer { get; init; }

    /// <summary>The last names of the layers that it becomes, in the order of its rows: [q, k, v].</summary>
    public required IReadOnlyList<string> Into { get; init; }

    /// <summary>The rule.</summary>
    public SplitRule ToRule() => new(Layer, Into);

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems()
    {
        if (Into.Count < 2 || Into.Distinct(StringComparer.Ordinal).Count() < Into.Count || Into.Any(string.IsNullOrEmpty))
        {
            yield return new OptionProblem(nameof(Into), "A layer is split into two parts or more, each with a name of its own.");
        }
    }
}
