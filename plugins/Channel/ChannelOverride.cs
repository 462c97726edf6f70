using Espalier.Recipes;

namespace Espalier.Plugins.Channel;

/// <summary>What holds for some layers alone. Where two overrides mean one layer, the later counts.</summary>
[PluginOptions]
public sealed record ChannelOverride : IValidatedOptions
{
    /// <summary>The layers: names such as blocks.*.mlp.fc1, or kinds such as @conv. Layers whose widths hang together count as one.</summary>
    [Option(Required = true)]
    public IReadOnlyList<string> Layers { get; init; } = [];

    /// <summary>The part of their units that goes, whatever the ranking says.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMax = true)]
    public double? Ratio { get; init; }

    /// <summary>The least part of their units that goes.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMax = true)]
    public double? MinRatio { get; init; }

    /// <summary>The most of their units that goes, as a part.</summary>
    [Option(Min = 0, Max = 1)]
    public double? MaxRatio { get; init; }

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems()
    {
        if (Ratio is null && MinRatio is null && MaxRatio is null)
        {
            yield return new(nameof(Layers), "This says nothing about its layers. Give 'ratio', 'min-ratio' or 'max-ratio'.");
        }
        else if (Ratio is not null && (MinRatio is not null || MaxRatio is not null))
        {
            yield return new(nameof(Ratio), "'ratio' says all: leave out 'min-ratio' and 'max-ratio'.");
        }
        else if (MinRatio > MaxRatio)
        {
            yield return new(nameof(MinRatio), "'min-ratio' is more than 'max-ratio'.");
        }
    }
}
