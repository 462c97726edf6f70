using Espalier.Criteria;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Reports;
using Espalier.Structures;

namespace Espalier.Plugins.Head;

/// <summary>Cuts the least important attention heads as wholes, at once or in rounds that score anew (Michel et al. 2019, arXiv 1905.10650).</summary>
/// <param name="options">How many, by what, and where.</param>
[PluginPart("head")]
public sealed class HeadMethod(HeadOptions options) : IPruningMethod, ISelectsLayers
{
    /// <inheritdoc/>
    public string Name => "head";

    /// <inheritdoc/>
    public IReadOnlyList<(string Option, LayerSelector Selector)> Selectors =>
        options.Ignore.Count > 0 ? [("ignore", new LayerSelector(options.Ignore))] : [];

    /// <inheritdoc/>
    public MethodResult Run(MethodContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (options.MinimumProblem is { } problem)
        {
            throw new PlanException(problem);
        }

        var layers = HeadLayers.Require(context, options.Ignore);
        CheckRatio(layers);
        var progress = new HeadProgress(new CostModel(context.Model, context.Structure).Dense, layers);
        for (var round = 0; round < options.Schedule.Rounds && layers.Count > 0; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            context.Progress?.Report(new MethodProgress($"cutting heads, round {round + 1} of {options.Schedule.Rounds}", round, options.Schedule.Rounds));
            Cut(context, layers, progress, round, cancellationToken);
            context.Log.RoundDone(round + 1, options.Schedule.Rounds, progress.Kept, progress.Heads);
            layers = HeadLayers.Find(context, options.Ignore, progress.Layers.Select(layer => layer.Group.Name));
        }

        return HeadReport.Result(options, progress, new CostModel(context.Model, context.Structure).Dense);
    }

    private void Cut(MethodContext context, IReadOnlyList<HeadLayer> layers, HeadProgress progress, int round, CancellationToken cancellationToken)
    {
        IStructureGroup[] groups = [.. layers.Select(layer => layer.Group)];
        var criterion = context.Create(options.Criterion);
        var raw = new ScoringSession(context.Model, context.Structure, CalibrationData.For(context, criterion, options.Calibration, cancellationToken))
            .Score(criterion, groups, cancellationToken);
        var scores = raw.ToDictionary(pair => pair.Key.Name, pair => options.Normalization.Apply(pair.Value), StringComparer.Ordinal);
        foreach (var (group, own) in scores)
        {
            progress.Scores.TryAdd(group, own);
        }

        IReadOnlyList<IReadOnlyList<IStructureGroup>> scopes = options.Ranking == HeadRanking.Global
            ? [groups]
            : [.. groups.Select(group => (IReadOnlyList<IStructureGroup>)[group])];
        var found = new BudgetSearch(context.Model, context.Structure, new CostModel(context.Model, context.Structure)).Find(
            new BudgetRequest(BudgetOf(context, progress, layers, round), scopes, group => scores[group.Name])
            {
                Limits = group => new WidthLimits { Minimum = options.Minimum, Dense = progress.DenseOf(group.Name) },
                Dense = progress.Dense,
                Description = $"head, {criterion.Name}, {options.Ranking.ToString().ToLowerInvariant()}",
            });
        var cuts = found.Plan.Steps.SelectMany(step => step.Cuts).ToDictionary(cut => cut.Group, cut => cut.Units.Count);
        progress.Importance = [.. groups.Select(group => GroupImportance.Of(group.Name, scores[group.Name], null, cuts.GetValueOrDefault(group.Name)))];
        if (!found.Plan.IsEmpty)
        {
            context.Apply(found.Plan);
        }

        progress.Advance(found.Plan);
    }

    /// <summary>What may stay after a round.</summary>
    private Budget BudgetOf(MethodContext context, HeadProgress progress, IReadOnlyList<HeadLayer> layers, int round)
    {
        var budget = options.Budget;
        var dense = budget.Measure == CostMeasure.Units ? progress.Heads : progress.Dense.Of(budget.Measure);
        var target = budget.IsPart ? budget.Amount : budget.Amount / dense;
        if (target >= 1)
        {
            context.Log.NothingToCut(dense, Budget.Name(budget.Measure), budget.Limit(dense));
            return budget;
        }

        var due = round == options.Schedule.Rounds - 1 ? budget : Budget.Part(budget.Measure, options.Schedule.PartAfter(round, target));

        // Layers that are down to one head are no groups any more, and count all the same where heads of all layers are counted together.
        return budget.Measure == CostMeasure.Units && options.Ranking == HeadRanking.Global
            ? new Budget(CostMeasure.Units, due.Limit(progress.Heads) - progress.Settled(layers), false)
            : due;
    }

    /// <summary>Whether a ratio leaves every layer what it must keep.</summary>
    private void CheckRatio(IReadOnlyList<HeadLayer> layers)
    {
        if (options.Ratio is not { } ratio)
        {
            return;
        }

        int Least(HeadLayer layer) => Math.Min(options.Minimum, layer.Group.Count);
        if (options.Ranking == HeadRanking.Global)
        {
            var (stay, least, all) = (options.Budget.Limit(layers.Sum(layer => layer.Group.Count)), layers.Sum(Least), layers.Sum(layer => layer.Group.Count));
            if (stay < least)
            {
                throw new PlanException(
                    $"A ratio of {ratio} leaves {stay} of {all} heads, and the {layers.Count} attention layers keep at least {least}. Ask for a ratio of at most {1 - (least / (double)all):0.###}.");
            }

            return;
        }

        if (layers.FirstOrDefault(layer => options.Budget.Limit(layer.Group.Count) < Least(layer)) is { } emptied)
        {
            throw new PlanException(
                $"A ratio of {ratio} leaves {options.Budget.Limit(emptied.Group.Count)} of the {emptied.Group.Count} heads of '{emptied.Scope}', which keeps at least {Least(emptied)}. "
                + "Ask for a lower ratio, rank all layers together ('ranking: global'), or name the layer under 'ignore'.");
        }
    }
}
