using Espalier.Graphs;
using Espalier.Planning;
using Espalier.Structures;
using TorchSharp;

namespace Espalier.Surgery;

/// <summary>A residual branch in a model's graphs together with the switch in its code that turns it off.</summary>
/// <param name="Branch">What a plan says of it.</param>
/// <param name="Owner">The module that has the switch.</param>
/// <param name="Switch">The switch.</param>
/// <param name="InGraphs">The branch in each of the model's graphs.</param>
internal sealed record BranchCut(PlanBranch Branch, torch.nn.Module Owner, ResidualSwitch Switch, IReadOnlyList<ResidualBranch> InGraphs)
{
    /// <summary>Finds the switches of branches of the evaluation graph.</summary>
    /// <exception cref="PlanException">One has none.</exception>
    public static IReadOnlyList<BranchCut> Of(TracedModel model, IEnumerable<ResidualBranch> branches)
    {
        var modules = Modules(model);
        var found = model.Graphs.Select(ResidualBranches.Find).ToArray();
        return [.. branches.Select(branch => Of(branch, modules, found, model))];
    }

    /// <summary>Finds what a plan removes in a model.</summary>
    /// <exception cref="PlanException">The model has no such branch.</exception>
    public static IReadOnlyList<BranchCut> Of(TracedModel model, PruningPlan plan)
    {
        if (plan.Branches.Count == 0)
        {
            return [];
        }

        var branches = ResidualBranches.Find(model.Evaluation);
        return Of(model, plan.Branches.Select(wanted => branches.FirstOrDefault(branch => Fits(branch, wanted, model.Evaluation))
            ?? throw new PlanException($"The plan removes the residual branch '{wanted.Name}', and the model has no such branch. It was made for another version of the model's class.")));
    }

    private static BranchCut Of(
        ResidualBranch branch, Dictionary<string, torch.nn.Module> modules, IReadOnlyList<ResidualBranch>[] found, TracedModel model)
    {
        if (!modules.TryGetValue(branch.Scope, out var owner) || owner is not IResidualModule { Branches: var switches })
        {
            var name = owner?.GetType().Name ?? branch.Scope;
            throw new PlanException(
                $"The residual branch '{branch.Name}' cannot be removed: {name}, whose forward adds it, has no switch for it. Implement {nameof(IResidualModule)} in the class, see "
                + "docs/methods/block.md, or leave the branch out.");
        }

        foreach (var own in switches.Where(own => own.IsKept))
        {
            var plan = new PlanBranch(branch.Name, branch.Scope, own.Modules);
            var all = model.Graphs.Zip(found, (graph, some) => some.FirstOrDefault(other => Fits(other, plan, graph))).ToArray();
            if (Fits(branch, plan, model.Evaluation) && all.All(other => other is not null))
            {
                return new BranchCut(plan, owner, own, all!);
            }
        }

        throw new PlanException(
            $"The residual branch '{branch.Name}' cannot be removed: none of the switches of {owner.GetType().Name} names exactly the sub-modules that it alone uses. It uses "
            + $"{string.Join(", ", branch.Parameters.Order(StringComparer.Ordinal).Take(8))}{(branch.Parameters.Count > 8 ? ", ..." : "")}.");
    }

    /// <summary>Whether a branch uses all that goes, and nothing of its own besides.</summary>
    private static bool Fits(ResidualBranch branch, PlanBranch plan, Graph graph) =>
        branch.Scope == plan.Module && branch.Parameters.SetEquals(graph.Parameters.Select(value => value.Name).Where(plan.Holds));

    private static Dictionary<string, torch.nn.Module> Modules(TracedModel model) =>
        new ModuleNames(model.Module).Modules.ToDictionary(entry => entry.Path, entry => entry.Module, StringComparer.Ordinal);
}
