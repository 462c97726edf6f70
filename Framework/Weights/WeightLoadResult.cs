namespace Espalier.Weights;

/// <summary>What was loaded.</summary>
/// <param name="Loaded">The model's names that got a value.</param>
/// <param name="Missing">The model's names that kept their values.</param>
/// <param name="Surplus">The file's names (after renaming) that no tensor of the model took.</param>
public sealed record WeightLoadResult(IReadOnlyList<string> Loaded, IReadOnlyList<string> Missing, IReadOnlyList<string> Surplus);
