namespace Espalier.Planning;

/// <summary>A module that has parameters of its own; a parameter that a container of layers holds counts as a layer by itself.</summary>
/// <param name="Path">Its path in the model: <c>blocks.0.mlp.fc1</c>; a parameter's name.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Parameters">The names of its parameters in the <c>state_dict</c>, in the order of their use. Buffers are left out.</param>
public sealed record ModelLayer(string Path, LayerKind Kind, IReadOnlyList<string> Parameters)
{
    /// <summary>The weight of a linear layer, convolution or embedding; null where there is none.</summary>
    public string? Weight { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
