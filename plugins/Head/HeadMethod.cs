using Espalier.Attention;
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
        var layers = HeadLayers.Require(context, options.Ignore);
        HeadRatio.Check(options, layers, Keepers(context, layers));
        var progress = new HeadProgress(new CostModel(context.Model, context.Structure).Dense, layers);
        var dense = Maps(context);
        for (var round = 0; round < options.Schedule.Rounds && (layers.Count > 0 || (options.Minimum == 0 && progress.Kept > 0)); round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            context.Progress?.Report(new MethodProgress($"cutting heads, round {round + 1} of {options.Schedule.Rounds}", round, options.Schedule.Rounds));
            Cut(context, layers, progress, round, cancellationToken);
            context.Log.RoundDone(round + 1, options.Schedule.Rounds, progress.Kept, progress.Heads);
            layers = HeadLayers.Find(context, options.Ignore, progress.Layers);
        }

        var looks = context.Data is { } data ? AttentionComparison.Of(dense, Maps(context), data.Test, progress.HeadsAt) : null;
        return HeadReport.Result(options, progress, new CostModel(context.Model, context.Structure).Dense, looks);
    }

    /// <summary>What the model looks at, for the report of a run.</summary>
    private static AttentionMaps? Maps(MethodContext context) => context.PlanOnly ? null : AttentionMaps.Of(context.Model, context.Data, context.Device);

    /// <summary>The layers that keep a head whatever the minimum, each with the reason.</summary>
    /// <exception cref="PlanException">All do, although layers may be emptied.</exception>
    private Dictionary<HeadLayer, string> Keepers(MethodContext context, IReadOnlyList<HeadLayer> layers)
    {
        var keepers = new Dictionary<HeadLayer, string>();
        if (options.Minimum > 0)
        {
            return keepers;
        }

        var branches = new HeadBranches(context.Model);
        foreach (var layer in layers)
        {
            branches.Of(layer, out var obstacle);
            if (obstacle is not null)
            {
                keepers.Add(layer, obstacle);
                context.Log.KeepsAHead(layer.Scope, obstacle);
            }
        }

        return keepers.Count < layers.Count ? keepers : throw new PlanException(
            $"'minimum: 0' removes the attention of layers that lose all of their heads, and none of the {layers.Count} layers can do without. {keepers[layers[0]]} Let each keep a head: 'minimum: 1'.");
    }

    private void Cut(MethodContext context, IReadOnlyList<HeadLayer> layers, HeadProgress progress, int round, CancellationToken cancellationToken)
    {
        var (criterion, scores) = Score(context, layers, cancellationToken);
        var search = new HeadSearch(context, options, progress, layers, scores);
        var description = $"head, {criterion}, {options.Ranking.ToString().ToLowerInvariant()}";
        var budget = options.Budget;
        var dense = budget.Measure == CostMeasure.Units ? progress.Heads : progress.Dense.Of(budget.Measure);
        if (round == 0 && budget.PartOf(dense) >= 1)
        {
            context.Log.NothingToCut(dense, Budget.Name(budget.Measure), budget.Limit(dense));
        }
        else if (round == 0 && options.Schedule.Rounds > 1)
        {
            // What is out of reach in the last round ends the run before the first.
            search.Find(budget, description);
        }

        var choice = search.Find(options.Schedule.After(round, budget, dense), description);
        progress.Advance(choice, scores);
        var cuts = choice.Cuts.ToDictionary(cut => cut.Group, cut => cut.Units.Count);
        progress.Importance =
        [
            .. scores.Select(pair => GroupImportance.Of(
                pair.Key, pair.Value, null, progress.KeptOf(pair.Key) == 0 ? pair.Value.Length : cuts.GetValueOrDefault(pair.Key))),
        ];
        Apply(context, choice, description);
    }

    private (string Criterion, IReadOnlyDictionary<string, double[]> Scores) Score(
        MethodContext context, IReadOnlyList<HeadLayer> layers, CancellationToken cancellationToken)
    {
        var criterion = context.Create(options.Criterion);
        if (layers.Count == 0)
        {
            return (criterion.Name, new Dictionary<string, double[]>());
        }

        var session = new ScoringSession(context.Model, context.Structure, CalibrationData.For(context, criterion, options.Calibration, cancellationToken));
        var raw = session.Score(criterion, [.. layers.Select(layer => layer.Group)], cancellationToken);
        return (criterion.Name, raw.ToDictionary(pair => pair.Key.Name, pair => options.Normalization.Apply(pair.Value), StringComparer.Ordinal));
    }

    private static void Apply(MethodContext context, HeadChoice choice, string description)
    {
        if (choice.Emptied.Count > 0)
        {
            ResidualBranch[] branches = [.. choice.Emptied.SelectMany(candidate => candidate.Branches).Distinct().OrderBy(branch => branch.Sum.Index)];
            var names = string.Join(", ", branches.Select(branch => branch.Name));
            context.Apply(new BranchPlanner(context.Model).Plan(branches, $"{description}: without {names}"));
            context.Log.LayersEmptied(names);
        }

        if (choice.Plan is { } plan)
        {
            // Once branches are gone the same cut is planned for what is left.
            context.Apply(choice.Emptied.Count == 0 ? plan : new PruningPlanner(context.Model, context.Structure).Plan(
                choice.Cuts.ToDictionary(cut => cut.Group, cut => cut.Units), plan.Steps[^1].Description));
        }
    }
}
