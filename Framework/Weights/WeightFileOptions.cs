namespace Espalier.Weights;

/// <summary>How a weight file is opened.</summary>
public sealed record WeightFileOptions
{
    /// <summary>
    /// The part of the file to show, its names relative to it: <c>state_dict</c> for a checkpoint that keeps its weights there. Parts of
    /// parts are joined by dots. Empty for the whole file.
    /// </summary>
    public string Section { get; init; } = "";

    /// <summary>Layers that are taken apart, before names are mapped; of two rules that fit a layer the first counts.</summary>
    public IReadOnlyList<SplitRule> Split { get; init; } = [];
}
