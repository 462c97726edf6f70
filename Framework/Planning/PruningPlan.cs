namespace Espalier.Planning;

/// <summary>
/// A decision as data: which indices of which parameter dimensions a model keeps, and which residual branches go. It can be saved, reviewed, composed with later plans
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
    public const int CurrentVersion = 2;

    /// <summary>The oldest version of the format that this build reads.</summary>
    public const int OldestVersion = 1;

    /// <summary>The version of the format.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The residual branches that are removed; none in a plan of version 1.</summary>
    public IReadOnlyList<PlanBranch> Branches { get; init => field = value ?? []; } = [];

    /// <summary>Whether the plan changes nothing.</summary>
    public bool IsEmpty => Slices.Count == 0 && Branches.Count == 0;

    /// <summary>Whether a parameter, a module or a field goes with a branch, by its full name.</summary>
    public bool Removes(string name) => Branches.Any(branch => branch.Holds(name));
}
