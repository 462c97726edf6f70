using Espalier.Plugins;
using Espalier.Recipes;

namespace Espalier.Training;

/// <summary>How the learning rate falls: <c>schedule: cosine</c>, or <c>schedule: { kind: step, milestones: [30, 60], gamma: 0.1 }</c>.</summary>
[PluginOptions]
public sealed record ScheduleOptions : IValidatedOptions
{
    /// <summary>Along which curve. Default: <c>cosine</c>.</summary>
    [Option(Shorthand = true)]
    public ScheduleKind Kind { get; init; } = ScheduleKind.Cosine;

    /// <summary>The epochs, counted from 0, at whose beginning <c>step</c> lowers the rate; in rising order. Default: none.</summary>
    [Option(Min = 0)]
    public IReadOnlyList<int> Milestones { get; init; } = [];

    /// <summary>What <c>step</c> multiplies the rate by. Default: 0.1.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMin = true)]
    public double Gamma { get; init; } = 0.1;

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems()
    {
        if ((Kind == ScheduleKind.Step) != (Milestones.Count > 0))
        {
            yield return new(nameof(Milestones), "Milestones go with the kind 'step' and no other: { kind: step, milestones: [30, 60] }.");
        }

        if (Milestones.Zip(Milestones.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            yield return new(nameof(Milestones), "Each milestone must come after the one before.");
        }
    }
}
