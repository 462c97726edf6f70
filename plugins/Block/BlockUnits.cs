using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Structures;

namespace Espalier.Plugins.Block;

/// <summary>The residual blocks of a model, as the options mean them.</summary>
internal static class BlockUnits
{
    /// <summary>The blocks that may go, in the order of the model.</summary>
    /// <param name="context">The model.</param>
    /// <param name="options">What goes at a time, and what stays.</param>
    /// <param name="removed">Names of blocks that went in earlier rounds: selectors may mean them still.</param>
    /// <exception cref="PlanException">There are none.</exception>
    public static IReadOnlyList<BlockUnit> Candidates(MethodContext context, BlockOptions options, IReadOnlyList<string> removed)
    {
        var model = context.Model;
        var all = Group(ResidualBranches.Find(model.Evaluation), options.Granularity);
        var name = model.Module.GetType().Name;
        if (all.Count == 0)
        {
            throw new PlanException(
                $"{name} has no residual branch: nowhere is something added to the value that it is computed from, with parameters of its own and at the same width and size. "
                + "Depth pruning has nothing to remove; use a method such as 'channel'.");
        }

        var ignored = options.Ignore.Count == 0 ? null : new LayerSelector(options.Ignore).Select(model, [.. all.Select(unit => unit.Name).Union(removed)]);
        BlockUnit[] free =
        [
            .. all.Where(unit => ignored is null
                || !(ignored.Groups.Contains(unit.Name) || unit.Branches.Any(branch => branch.Parameters.Overlaps(ignored.Parameters)))),
        ];
        var planner = new BranchPlanner(model);
        var obstacles = free.ToDictionary(unit => unit, unit => unit.Branches.Select(planner.Obstacle).FirstOrDefault(obstacle => obstacle is not null));
        BlockUnit[] found = [.. free.Where(unit => obstacles[unit] is null)];
        if (found.Length > 0 && free.FirstOrDefault(unit => obstacles[unit] is not null) is { } first)
        {
            context.Log.SomeMustStay(free.Length - found.Length, free.Length, obstacles[first]!);
        }

        return found.Length > 0 ? found : throw new PlanException(free.Length == 0
            ? $"All {all.Count} residual blocks of {name} are protected. Protect fewer layers."
            : $"Nothing can be removed of {name}. {obstacles[free[0]]}");
    }

    /// <summary>The branches that selectors mean, as one block.</summary>
    /// <exception cref="PlanException">A selector means none.</exception>
    public static BlockUnit Named(TracedModel model, IReadOnlyList<string> selectors)
    {
        var all = ResidualBranches.Find(model.Evaluation);
        var weights = model.Evaluation.Parameters.Where(value => value.Kind == ValueKind.Parameter).Select(value => value.Name).ToHashSet(StringComparer.Ordinal);
        var chosen = new HashSet<ResidualBranch>(ReferenceEqualityComparer.Instance);
        foreach (var selector in selectors)
        {
            var selection = new LayerSelector(selector).Select(model, [.. all.Select(branch => branch.Name)]);
            ResidualBranch[] own =
            [
                .. all.Where(branch => selection.Groups.Contains(branch.Name) || branch.Parameters.Where(weights.Contains).All(selection.Parameters.Contains)),
            ];
            if (own.Length == 0)
            {
                throw new PlanException(
                    $"'{selector}' selects no residual branch: nothing in it is added, at the same width and size, to the very value that it is computed from. Blocks that change "
                    + $"widths or sizes must stay. {model.Module.GetType().Name} has {(all.Count == 0 ? "no such branch" : string.Join(", ", all.Take(12).Select(branch => branch.Name)))}"
                    + $"{(all.Count > 12 ? ", ..." : "")}.");
            }

            chosen.UnionWith(own);
        }

        return new BlockUnit(string.Join(", ", selectors), [.. all.Where(chosen.Contains)]);
    }

    private static List<BlockUnit> Group(IReadOnlyList<ResidualBranch> branches, BlockGranularity granularity)
    {
        var units = new List<BlockUnit>();
        foreach (var branch in branches)
        {
            if (granularity == BlockGranularity.Block && branch.Scope.Length > 0 && units is [.., var last]
                && last.Branches[0].Scope == branch.Scope && ReferenceEquals(last.End, branch.Shortcut))
            {
                units[^1] = new BlockUnit(branch.Scope, [.. last.Branches, branch]);
            }
            else
            {
                units.Add(new BlockUnit(granularity == BlockGranularity.Block && branch.Scope.Length > 0 ? branch.Scope : branch.Name, [branch]));
            }
        }

        // One module may add at several places that do not follow one another: those go by their own names.
        var names = units.CountBy(unit => unit.Name).ToDictionary(StringComparer.Ordinal);
        return [.. units.Select(unit => names[unit.Name] == 1 ? unit : unit with { Name = string.Join("+", unit.Branches.Select(branch => branch.Name)) })];
    }
}
