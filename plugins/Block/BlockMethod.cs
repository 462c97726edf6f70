using Espalier.Counting;
using Espalier.Methods;
using Espalier.Planning;

namespace Espalier.Plugins.Block;

/// <summary>Removes the residual blocks that a model can best do without until it keeps to a budget, at once or in rounds with training between them.</summary>
/// <param name="options">How much, by what, and where.</param>
[PluginPart("block")]
public sealed class BlockMethod(BlockOptions options) : IPruningMethod, ISelectsLayers
{
    /// <inheritdoc/>
    public string Name => "block";

    /// <inheritdoc/>
    public IReadOnlyList<(string Option, LayerSelector Selector)> Selectors =>
    [
        .. options.Ignore.Count > 0 ? [("ignore", new LayerSelector(options.Ignore))] : Array.Empty<(string, LayerSelector)>(),
        .. options.Remove.Select((name, i) => (FormattableString.Invariant($"remove[{i}]"), new LayerSelector(name))),
    ];

    /// <inheritdoc/>
    public MethodResult Run(MethodContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var progress = context.State.Restored is { } snapshot ? BlockProgress.From(snapshot) : null;
        while (progress is null || progress.Round < options.Schedule.Rounds)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (progress is { Round: > 0 } && options.Between is { } between)
            {
                context.RunInner(context.Create(between), $"round-{progress.Round - 1}", cancellationToken);
            }

            progress = options.Remove.Count > 0 ? RemoveNamed(context) : RemoveLeast(context, progress, cancellationToken);
            context.State.Save(progress.ToSnapshot());
        }

        return BlockReport.Result(context.Model, options, progress);
    }

    private BlockProgress RemoveNamed(MethodContext context)
    {
        var units = BlockUnits.Named(context.Model, options.Remove).Branches.Select(branch => new BlockUnit(branch.Name, [branch])).ToArray();
        var dense = new BlockCosts(context.Model, units.Length).Without([]);
        return Apply(context, BlockProgress.Begin(dense), units, "by name");
    }

    private BlockProgress RemoveLeast(MethodContext context, BlockProgress? before, CancellationToken cancellationToken)
    {
        if (before is not null && before.Removed.Count == before.Dense.Units)
        {
            // Nothing is left to remove.
            return before with { Round = before.Round + 1 };
        }

        var units = BlockUnits.Candidates(context, options, before?.Removed ?? []);
        var costs = new BlockCosts(context.Model, units.Count);
        var progress = before ?? BlockProgress.Begin(costs.Without([]));
        context.Progress?.Report(new MethodProgress($"removing blocks, round {progress.Round + 1} of {options.Schedule.Rounds}", progress.Round, options.Schedule.Rounds));
        var budget = options.BudgetOf(progress.Dense.Units)!;
        CheckReach(budget, progress, costs.Without([.. units]).Of(budget.Measure), units.Count);
        var dense = progress.Dense.Of(budget.Measure);
        var limit = options.Schedule.After(progress.Round, budget, dense).Limit(dense);
        var gone = new List<BlockUnit>();
        var ranking = Ranking(new BlockPass(context, options.Calibration));
        if (costs.Without(gone).Of(budget.Measure) > limit)
        {
            foreach (var unit in ranking.Order(units, cancellationToken))
            {
                gone.Add(unit);
                if (costs.Without(gone).Of(budget.Measure) <= limit)
                {
                    break;
                }
            }

            progress = progress with { Scores = [.. units.Select(unit => (unit.Name, ranking.Scores[unit]))] };
        }

        return Apply(context, progress, gone, Word(options.Criterion));
    }

    /// <summary>Says before the first round, rather than after training between rounds, that the last one's budget is out of reach.</summary>
    private static void CheckReach(Budget budget, BlockProgress progress, long least, int blocks)
    {
        if (budget.Limit(progress.Dense.Of(budget.Measure)) is var limit && least > limit)
        {
            throw new PlanException(
                $"At most {limit} {Budget.Name(budget.Measure)} may stay, and without all {blocks} blocks that can go {least} are left. Ask for less, protect fewer layers, or cut widths as well.");
        }
    }

    private IBlockRanking Ranking(BlockPass pass) => options.Criterion switch
    {
        BlockCriterion.GateTaylor => new GateTaylorRanking(pass),
        BlockCriterion.Loss => new LossRanking(pass),
        _ => new InfluenceRanking(pass),
    };

    private static string Word(BlockCriterion criterion) => criterion switch
    {
        BlockCriterion.GateTaylor => "gate-taylor",
        BlockCriterion.Loss => "loss",
        _ => "influence",
    };

    private BlockProgress Apply(MethodContext context, BlockProgress progress, IReadOnlyList<BlockUnit> gone, string criterion)
    {
        if (gone.Count > 0)
        {
            context.Apply(new BranchPlanner(context.Model).Plan(
                gone.SelectMany(unit => unit.Branches).OrderBy(branch => branch.Sum.Index), $"block, {criterion}: without {string.Join(", ", gone.Select(unit => unit.Name))}"));
        }
        else if (options.Schedule.Rounds == 1)
        {
            context.Log.NothingToRemove();
        }

        var counts = ModelCounts.Of(context.Model);
        var next = progress with { Round = progress.Round + 1, Removed = [.. progress.Removed, .. gone.Select(unit => unit.Name)] };
        context.Log.RoundDone(next.Round, options.Schedule.Rounds, string.Join(", ", gone.Select(unit => unit.Name)), counts.Macs, counts.Parameters);
        context.Metrics.Write("round", progress.Round, new Dictionary<string, double>
        {
            ["blocks"] = next.Dense.Units - next.Removed.Count,
            ["parameters"] = counts.Parameters,
            ["macs"] = counts.Macs,
        });
        return next;
    }
}
