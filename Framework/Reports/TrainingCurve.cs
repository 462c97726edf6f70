namespace Espalier.Reports;

/// <summary>One training of a step: fine-tuning, or what follows one round of an iterative method.</summary>
/// <param name="Name">What tells it from the step's others: <c>round 3</c>; empty if there is one.</param>
/// <param name="Epochs">Its epochs in order.</param>
public sealed record TrainingCurve(string Name, IReadOnlyList<TrainingEpoch> Epochs);
