using Espalier.Counting;
using Espalier.Criteria;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Reports;
using Espalier.Structures;

namespace Espalier.Plugins.Channel;

/// <summary>Cuts the least important channels and neurons until the model keeps to a budget, at once or in rounds with training between them.</summary>
/// <param name="options">How much, by what, and where.</param>
[PluginPart("channel")]
public sealed class ChannelMethod(ChannelOptions options) : IPruningMethod, ISelectsLayers
{
    /// <inheritdoc/>
    public string Name => "channel";

    /// <inheritdoc/>
    public IReadOnlyList<(string Option, LayerSelector Selector)> Selectors =>
    [
        .. options.Ignore.Count > 0 ? [("ignore", new LayerSelector(options.Ignore))] : Array.Empty<(string, LayerSelector)>(),
        .. options.Scopes.Select((scope, i) => (FormattableString.Invariant($"scopes[{i}]"), new LayerSelector(scope))),
        .. options.Overrides.Select((change, i) => (FormattableString.Invariant($"overrides[{i}].layers"), new LayerSelector(change.Layers))),
    ];

    /// <inheritdoc/>
    public MethodResult Run(MethodContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var progress = context.State.Restored is { } snapshot ? ChannelProgress.From(snapshot) : null;
        var importance = Array.Empty<GroupImportance>();
        while (progress is null || progress.Round < options.Schedule.Rounds)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (progress is { Round: > 0 } && options.Between is { } between)
            {
                context.RunInner(context.Create(between), $"round-{progress.Round - 1}", cancellationToken);
            }

            (progress, importance) = Cut(context, progress, cancellationToken);
            context.State.Save(progress.ToSnapshot());
        }

        return Result(context, progress, importance);
    }

    private (ChannelProgress Progress, GroupImportance[] Importance) Cut(MethodContext context, ChannelProgress? before, CancellationToken cancellationToken)
    {
        var layers = new ChannelLayers(context, options, before?.Widths.Keys ?? []);
        var costs = new CostModel(context.Model, layers.Structure, options.MacConvention);
        var progress = before ?? ChannelProgress.Begin(costs.Dense, layers.Groups);
        context.Progress?.Report(new MethodProgress($"cutting, round {progress.Round + 1} of {options.Schedule.Rounds}", progress.Round, options.Schedule.Rounds));
        var criterion = context.Create(options.Criterion);
        var session = new ScoringSession(
            context.Model, layers.Structure, CalibrationData.For(context, criterion, options.Calibration, cancellationToken));
        var scores = session.Score(criterion, layers.Groups, cancellationToken)
            .ToDictionary(pair => pair.Key, pair => options.Normalization.Apply(pair.Value));
        var (budget, due) = BudgetOf(context, progress);
        var search = new BudgetSearch(context.Model, layers.Structure, costs);
        if (progress.Round == 0 && options.Schedule.Rounds > 1)
        {
            // What is out of reach in the last round ends the run before the first.
            search.Find(Request(options.Budget, 1));
        }

        var found = search.Find(Request(budget, due));
        var cuts = found.Plan.Steps.SelectMany(step => step.Cuts).ToDictionary(cut => cut.Group, cut => cut.Units.Count);
        var importance = layers.Groups.Select(group => GroupImportance.Of(group.Name, scores[group], null, cuts.GetValueOrDefault(group.Name))).ToArray();
        if (!found.Plan.IsEmpty)
        {
            context.Apply(found.Plan);
        }

        progress.Advance(found.Plan);
        Report(context, progress);
        return (progress, importance);

        BudgetRequest Request(Budget limit, double part) => new(limit, layers.Scopes, group => scores[group])
        {
            Limits = group => layers.Limits(group, progress.Widths.TryGetValue(group.Name, out var width) ? width.Dense : group.Count, part),
            Dense = progress.Dense,
            Description = $"channel, {criterion.Name}, {options.Ranking.ToString().ToLowerInvariant()}",
        };
    }

    /// <summary>The budget of a round, and how much of the whole is due by then.</summary>
    private (Budget Budget, double Due) BudgetOf(MethodContext context, ChannelProgress progress)
    {
        var budget = options.Budget;
        var dense = budget.Measure == CostMeasure.Units ? progress.UnitsBefore : progress.Dense.Of(budget.Measure);
        var target = budget.PartOf(dense);
        if (target >= 1)
        {
            context.Log.NothingToCut(dense, Budget.Name(budget.Measure), budget.Limit(dense));
            return (budget, 1);
        }

        var due = (1 - options.Schedule.PartAfter(progress.Round, target)) / (1 - target);
        return (options.Schedule.After(progress.Round, budget, dense), due);
    }

    private void Report(MethodContext context, ChannelProgress progress)
    {
        var counts = ModelCounts.Of(context.Model, options.MacConvention);
        context.Log.RoundDone(
            progress.Round, options.Schedule.Rounds, counts.Macs, 100.0 * counts.Macs / progress.Dense.Macs, counts.Parameters,
            100.0 * counts.Parameters / progress.Dense.Parameters);
        context.Metrics.Write("round", progress.Round - 1, new Dictionary<string, double>
        {
            ["units"] = progress.UnitsNow,
            ["parameters"] = counts.Parameters,
            ["macs"] = counts.Macs,
        });
    }

    private MethodResult Result(MethodContext context, ChannelProgress progress, GroupImportance[] importance)
    {
        var counts = ModelCounts.Of(context.Model, options.MacConvention);
        var after = new ModelCost(progress.UnitsNow, counts.Parameters, counts.Macs);
        var before = progress.Dense with { Units = progress.UnitsBefore };
        var budget = options.Budget;
        var (limit, kept) = (budget.Limit(before.Of(budget.Measure)), after.Of(budget.Measure));
        if (kept > limit)
        {
            context.Log.TooManyStay(kept, limit);
        }

        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var measure in Enum.GetValues<CostMeasure>())
        {
            var name = measure.ToString().ToLowerInvariant();
            metrics[$"{name}_before"] = before.Of(measure);
            metrics[$"{name}_after"] = after.Of(measure);
            metrics[$"{name}_kept_percent"] = 100.0 * after.Of(measure) / Math.Max(1, before.Of(measure));
        }

        foreach (var (group, width) in progress.Widths)
        {
            metrics[$"width_before/{group}"] = width.Dense;
            metrics[$"width_after/{group}"] = width.Now;
        }

        var summary = FormattableString.Invariant(
            $"{before.Macs} -> {after.Macs} MACs ({100.0 * after.Macs / Math.Max(1, before.Macs):0.##} %), {before.Parameters} -> {after.Parameters} parameters; asked for {budget}");
        return new MethodResult(summary, metrics)
        {
            Goals = [new AskedAchieved($"{Budget.Name(budget.Measure)} kept", limit, kept, null, kept <= limit)],
            Importance = importance,
        };
    }
}
