using Espalier.Data;
using Espalier.Plugins;

namespace Espalier.Recipes;

/// <summary>The data of a recipe.</summary>
[PluginOptions]
public sealed record DataSection : IValidatedOptions
{
    /// <summary>Where the images come from.</summary>
    public required Part<IDataSource> Source { get; init; }

    /// <summary>Images per training batch.</summary>
    [Option(Min = 1)]
    public int Batch { get; init; } = 128;

    /// <summary>Images per evaluation batch.</summary>
    [Option(Min = 1)]
    public int EvaluationBatch { get; init; } = 500;

    /// <summary>Training images that are set aside for choices: below 1 a part of them, from 1 on their number.</summary>
    [Option(Min = 0)]
    public double Validation { get; init; }

    /// <summary>Uses no more training images than these.</summary>
    [Option(Min = 1)]
    public int? Limit { get; init; }

    /// <summary>What the choice of images that are set aside or left out comes from.</summary>
    public long Seed { get; init; }

    /// <summary>How many batches are made ahead of their use.</summary>
    [Option(Min = 0)]
    public int Prefetch { get; init; } = 2;

    /// <summary>The mean of each channel, of pixels from 0 to 1; the default is the set's own.</summary>
    [Option(Min = 0, Max = 1)]
    public IReadOnlyList<double>? Mean { get; init; }

    /// <summary>The standard deviation of each channel; given together with the mean.</summary>
    [Option(Min = 0, ExclusiveMin = true)]
    public IReadOnlyList<double>? Std { get; init; }

    /// <summary>How the images become batches.</summary>
    public DataSettings ToSettings() => new()
    {
        Batch = Batch,
        EvaluationBatch = EvaluationBatch,
        Prefetch = Prefetch,
        Normalization = Mean is null || Std is null ? null : new Normalization(Mean, Std),
    };

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems()
    {
        if (Validation > 1 && Validation != Math.Floor(Validation))
        {
            yield return new OptionProblem(nameof(Validation), "A number of images is a whole number; a part of them is below 1.");
        }

        if (Mean?.Count != Std?.Count)
        {
            yield return new OptionProblem(Mean is null ? nameof(Std) : nameof(Mean), "'mean' and 'std' have as many numbers as the images have channels, both.");
        }
    }
}
