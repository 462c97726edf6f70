namespace Espalier.Planning;

/// <summary>
/// A decision as data: which indices of which parameter dimensions a model keeps. It can be saved, reviewed, composed with later plans
/// and applied to a freshly constructed model of the same architecture.
/// </summary>
/// <param name="Model">The name of the model's class.</param>
/// <param name="Fingerprint">The fingerprint of the model it applies to.</param>
/// <param name="ResultFingerprint">The fingerprint that the model then has.</param>
/// <param name="Inputs">The inputs that the model was traced with.</param>
/// <param name="Steps">The decisions that led to it, in order.</param>
/// <param name="Slices">What is kept of each parameter dimension that changes, in the order of the model.</param>
/// <param name="Fields">Integer members of modules that are rewritten.</param>
public sealed record PruningPlan(
    string Model,
    string Fingerprint,
    string ResultFingerprint,
    IReadOnlyList<Graphs.InputSpec> Inputs,
    IReadOnlyList<PlanStep> Steps,
    IReadOnlyList<PlanSlice> Slices,
    IReadOnlyList<PlanField> Fields)
{
    /// <summary>The version of the format that this build writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the format.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Whether the plan changes nothing.</summary>
    public bool IsEmpty => Slices.Count == 0;
}
