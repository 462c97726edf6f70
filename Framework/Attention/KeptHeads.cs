using Espalier.Planning;
using Espalier.Structures;

namespace Espalier.Attention;

/// <summary>Which heads of a dense model a plan leaves.</summary>
/// <param name="structure">The dense model's structure.</param>
/// <param name="plan">What was cut since.</param>
internal sealed class KeptHeads(ModelStructure structure, PruningPlan plan)
{
    private readonly Dictionary<(string, int), HashSet<int>> kept =
        plan.Slices.ToDictionary(slice => (slice.Parameter, slice.Dimension), slice => slice.Kept.ToHashSet());

    /// <summary>The heads that are left of a layer, numbered as in the dense model; null where heads cannot be told apart.</summary>
    /// <param name="site">The layer's attention in the dense model.</param>
    /// <param name="heads">How many heads it has there.</param>
    public IReadOnlyList<int>? Of(AttentionSite site, int heads) =>
        HeadPlaces.Of(site.Mixed, structure)?.Group is { } group && group.Count == heads
            ? [.. Enumerable.Range(0, heads).Where(head => group.Members.Any(member => Holds(member, head)))]
            : null;

    /// <summary>Whether anything is left of a head in a parameter: SNP leaves some of its neurons, head pruning none.</summary>
    private bool Holds(StructureMember member, int head) =>
        member.Indices[head].Length > 0 && (!kept.TryGetValue((member.Parameter, member.Dimension), out var left) || member.Indices[head].Any(left.Contains));
}
