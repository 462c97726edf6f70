using Espalier.Plugins;

namespace Espalier.Models;

/// <summary>The options of <see cref="MlpFamily"/>.</summary>
[PluginOptions]
public sealed record MlpOptions : ImageModelOptions
{
    /// <summary>The number of units in each hidden layer.</summary>
    [Option(Min = 1, Shorthand = true)]
    public IReadOnlyList<int> Hidden { get; init; } = [300, 100];
}
