using Espalier.Plugins;

namespace Espalier.Training;

/// <summary>Learning from another model's outputs (arXiv 1503.02531).</summary>
[PluginOptions]
public sealed record DistillationOptions
{
    /// <summary>Whose outputs. Default: <c>original</c>, the model before it was cut.</summary>
    [Option(Shorthand = true)]
    public DistillationTeacher Teacher { get; init; }

    /// <summary>What both models' logits are divided by before they become probabilities. Default: 3.</summary>
    [Option(Min = 0, ExclusiveMin = true)]
    public double Temperature { get; init; } = 3;

    /// <summary>The share of the teacher in the loss, from 0 to 1; the rest is the labels'. Default: 0.5.</summary>
    [Option(Min = 0, Max = 1)]
    public double Weight { get; init; } = 0.5;
}
