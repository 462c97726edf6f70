using Espalier.Planning;

namespace Espalier.Plugins.Head;

/// <summary>What goes in a round.</summary>
/// <param name="Emptied">The layers that lose all of their heads.</param>
/// <param name="Plan">What the other layers lose; null where nothing.</param>
internal sealed record HeadChoice(IReadOnlyList<HeadCandidate> Emptied, PruningPlan? Plan)
{
    /// <summary>What the plan cuts.</summary>
    public IEnumerable<PlanCut> Cuts => Plan?.Steps.SelectMany(step => step.Cuts) ?? [];
}
