using Espalier.Models;
using Espalier.Plugins;

namespace Espalier.Recipes;

/// <summary>The model of a recipe: a family with weights, or a checkpoint of this framework, which holds both.</summary>
[PluginOptions]
public sealed record ModelSection : IValidatedOptions
{
    /// <summary>The architecture.</summary>
    public Part<IModelFamily>? Family { get; init; }

    /// <summary>The file of its weights; without one they are random.</summary>
    public WeightsSection? Weights { get; init; }

    /// <summary>A checkpoint that an earlier run wrote, in place of a family.</summary>
    [Option(IsPath = true)]
    public string? Checkpoint { get; init; }

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems()
    {
        if (Family is null == Checkpoint is null)
        {
            yield return new OptionProblem(Family is null ? "" : nameof(Checkpoint), "A model has either a family or a checkpoint.");
        }
        else if (Checkpoint is not null && Weights is not null)
        {
            yield return new OptionProblem(nameof(Weights), "A checkpoint has its own weights. Take 'weights' away, or name a family in place of the checkpoint.");
        }
    }
}
