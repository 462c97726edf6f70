using Espalier.Attention;
using Espalier.Graphs;
using Espalier.Planning;
using Espalier.Structures;

namespace Espalier.Plugins.Head;

/// <summary>
/// Finds the residual branches that go with all heads of a layer: what they add depends on what comes in through those heads alone, so that without them nothing is
/// left but what is added in any case.
/// </summary>
internal sealed class HeadBranches(TracedModel model)
{
    private readonly IReadOnlyList<AttentionSite> sites = AttentionFinder.Find(model.Evaluation);
    private readonly IReadOnlyList<ResidualBranch> branches = ResidualBranches.Find(model.Evaluation);
    private readonly BranchPlanner planner = new(model);

    /// <summary>The branches of a layer.</summary>
    /// <param name="layer">The layer, which may be down to one head.</param>
    /// <param name="obstacle">Why they cannot be removed; null if they can.</param>
    /// <returns>The branches; none where there is an obstacle.</returns>
    public IReadOnlyList<ResidualBranch> Of(HeadLayer layer, out string? obstacle)
    {
        var own = sites.Where(site => layer.Scopes.Contains(site.Scope)).ToArray();
        ResidualBranch?[] around = [.. own.Select(site => branches.Where(branch => branch.Nodes.Contains(site.Scores)).MinBy(branch => branch.Nodes.Count))];
        ResidualBranch[] found = [.. around.OfType<ResidualBranch>().Distinct()];
        var mixed = own.Select(site => site.Mixed.Value).ToHashSet(ReferenceEqualityComparer.Instance);
        obstacle = own.Length != layer.Sites ? $"The modules of '{layer.Scope}' attend with other heads as well."
            : around.Contains(null) ? $"What '{layer.Scope}' gives out is not added to what comes in."
            : found.FirstOrDefault(branch => DependsOnMore(branch, mixed)) is { } more ? $"What the residual branch '{more.Name}' adds depends on more than the heads of '{layer.Scope}'."
            : found.Select(planner.Obstacle).FirstOrDefault(problem => problem is not null);
        return obstacle is null ? found : [];
    }

    /// <summary>Whether what comes in reaches what is added on a way around the heads.</summary>
    private static bool DependsOnMore(ResidualBranch branch, HashSet<object?> mixed)
    {
        var seen = new HashSet<Value>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Value>([branch.Result]);
        while (open.TryPop(out var next))
        {
            if (mixed.Contains(next) || !seen.Add(next))
            {
                continue;
            }

            if (next.Kind == ValueKind.Input || ReferenceEquals(next, branch.Shortcut))
            {
                return true;
            }

            foreach (var input in next.Producer?.Inputs ?? [])
            {
                open.Push(input);
            }
        }

        return false;
    }
}
