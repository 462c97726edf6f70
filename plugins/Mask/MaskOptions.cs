using Espalier.Criteria;
using Espalier.Methods;
using Espalier.Patterns;
using Espalier.Planning;
using Espalier.Recipes;

namespace Espalier.Plugins.Mask;

/// <summary>Options of masks. Either a pattern or a sparsity says which weights go.</summary>
[PluginOptions]
public sealed record MaskOptions : IValidatedOptions
{
    /// <summary>The part of the weights of all layers together that goes, wherever the least important are.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMin = true, ExclusiveMax = true, Shorthand = true)]
    public double? Sparsity { get; init; }

    /// <summary>The pattern that each layer's weight gets, at the pattern's own density.</summary>
    public Part<ISparsityPattern>? Pattern { get; init; }

    /// <summary>What tells how important a weight is: l1 is its size.</summary>
    public Part<IImportanceCriterion> Score { get; init; } = new("l1");

    /// <summary>The layers: names such as blocks.*.mlp.fc1, or kinds such as @conv. None: all linear layers and convolutions.</summary>
    public IReadOnlyList<string> Layers { get; init; } = [];

    /// <summary>Layers that stay dense.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Whether a layer whose shape cannot have the pattern is an error; else it stays dense, with a warning.</summary>
    public bool Strict { get; init; }

    /// <summary>In how many rounds weights go; the sparsity is that of the last.</summary>
    public CutSchedule Schedule { get; init; } = new();

    /// <summary>A method that runs after each round but the last, such as finetune.</summary>
    public Part<IPruningMethod>? Between { get; init; }

    /// <summary>The data for scores that need some.</summary>
    public CalibrationOptions Calibration { get; init; } = new();

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems()
    {
        if (Pattern is null == Sparsity is null)
        {
            yield return new("", "Give either 'sparsity' (over all layers together) or 'pattern' (for each layer).");
        }

        foreach (var problem in Schedule.Problems(Between is not null))
        {
            yield return problem;
        }
    }
}
