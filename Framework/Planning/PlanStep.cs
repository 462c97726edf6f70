namespace Espalier.Planning;

/// <summary>One decision of a plan: which units of which groups were cut, and why.</summary>
/// <param name="Description">What decided it: "channel, l2, ratio 0.5".</param>
/// <param name="Cuts">The groups that lost units.</param>
public sealed record PlanStep(string Description, IReadOnlyList<PlanCut> Cuts);
