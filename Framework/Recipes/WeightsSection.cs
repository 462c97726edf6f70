using Espalier.Plugins;

namespace Espalier.Recipes;

/// <summary>The weights of a model.</summary>
[PluginOptions]
public sealed record WeightsSection
{
    /// <summary>A safetensors file or a PyTorch checkpoint.</summary>
    [Option(Shorthand = true, IsPath = true)]
    public required string File { get; init; }

    /// <summary>The part of the file that holds them, such as state_dict.</summary>
    public string Section { get; init; } = "";

    /// <summary>Layers of the file that are several layers in the model, such as one for queries, keys and values together; they are taken apart before names change.</summary>
    public IReadOnlyList<SplitSection> Split { get; init; } = [];

    /// <summary>How names of the file become names of the model: rules, one after the other.</summary>
    public IReadOnlyList<RenameSection> Rename { get; init; } = [];

    /// <summary>Whether tensors that the file lacks keep their random values.</summary>
    public bool AllowMissing { get; init; }

    /// <summary>Whether tensors that the model lacks are ignored.</summary>
    public bool AllowSurplus { get; init; }

    /// <summary>Whether NaN and infinite values are loaded.</summary>
    public bool AllowNonFinite { get; init; }
}
