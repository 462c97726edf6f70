using Espalier.Plugins;
using Espalier.Recipes;

namespace Espalier.Training;

/// <summary>How gradients change the weights: <c>optimizer: adamw</c>, or with details <c>optimizer: { kind: sgd, momentum: 0.95 }</c>.</summary>
[PluginOptions]
public sealed record OptimizerOptions : IValidatedOptions
{
    /// <summary>Which optimizer. Default: <c>sgd</c>.</summary>
    [Option(Shorthand = true)]
    public OptimizerKind Kind { get; init; }

    /// <summary>How much of the running sum of gradients stays at each step of <c>sgd</c>. Default: 0.9.</summary>
    [Option(Min = 0, Max = 1, ExclusiveMax = true)]
    public double Momentum { get; init; } = 0.9;

    /// <summary>Whether <c>sgd</c> steps ahead of the running sum. Default: false.</summary>
    public bool Nesterov { get; init; }

    /// <summary>How much of the averages of the gradient and of its square stays at each step of <c>adamw</c>. Default: [0.9, 0.999].</summary>
    [Option(Min = 0, Max = 1, ExclusiveMax = true)]
    public IReadOnlyList<double> Betas { get; init; } = [0.9, 0.999];

    /// <summary>What <c>adamw</c> adds to the denominator. Default: 1e-8.</summary>
    [Option(Min = 0, ExclusiveMin = true)]
    public double Eps { get; init; } = 1e-8;

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems()
    {
        if (Betas.Count != 2)
        {
            yield return new(nameof(Betas), $"There must be two, and there are {Betas.Count}: betas: [0.9, 0.999].");
        }

        if (Nesterov && Momentum == 0)
        {
            yield return new(nameof(Nesterov), "Nesterov's step needs a momentum: set momentum above 0, or leave nesterov out.");
        }
    }
}
