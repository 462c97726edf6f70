using Espalier.Attention;
using Espalier.Counting;
using Espalier.Criteria;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Reports;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp;

/// <summary>
/// Structured neuron-level pruning of attention (SNP, arXiv 2404.11630, ECCV 2024): query/key pairs that carry least of the attention scores, value and
/// feed-forward neurons that resemble others most, and channels of the residual stream go, all in one cut.
/// </summary>
/// <remarks>Scores and attention scale follow the original widths: a model must keep its scale as a number, not compute it from what is left of a head.</remarks>
/// <param name="options">How much, where, and how it is scored.</param>
[PluginPart("snp")]
public sealed class SnpMethod(SnpOptions options) : IPruningMethod
{
    /// <inheritdoc/>
    public string Name => "snp";

    /// <inheritdoc/>
    public MethodResult Run(MethodContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var model = context.Model;
        var structure = context.Structure;
        var layers = new SnpLayers(model, structure);
        var ratios = SnpWidths.Ratios(model, options, layers);
        var before = ModelCounts.Of(model);
        var statistics = Look(context, layers, ratios, cancellationToken);
        try
        {
            var scores = new SnpScores(model, layers, statistics, options.BiasInRedundancy);
            var (asked, timed) = Widths(context, layers, ratios, scores, cancellationToken);
            var (plan, kept) = Plan(new PruningPlanner(model, structure), layers, asked, scores);
            var report = new SnpReport(layers, plan, kept, asked, statistics);
            GroupImportance[] importance =
            [
                .. kept.Where(pair => pair.Value < pair.Key.Width).Select(pair => GroupImportance.Of(
                    pair.Key.Name, Own(scores, pair.Key, pair.Value), null, (pair.Key.Width - pair.Value) * pair.Key.Rows)),
            ];
            var dense = Maps(context);
            if (!plan.IsEmpty)
            {
                context.Apply(plan);
            }

            var looks = context.Data is { } data ? AttentionComparison.Of(dense, Maps(context), data.Test) : null;

            foreach (var (layer, count) in kept.Where(pair => pair.Value < asked.GetValueOrDefault(pair.Key, pair.Key.Width)))
            {
                context.Log.Narrower(layer.Name, count, asked.GetValueOrDefault(layer, layer.Width));
            }

            var after = ModelCounts.Of(context.Model);
            context.Log.Done(layers.Sites.Count, before.Macs, after.Macs, before.Parameters, after.Parameters);
            return report.Result(before, after, options.Budget, timed, looks) with { Importance = importance };
        }
        finally
        {
            foreach (var site in statistics)
            {
                site.Dispose();
            }
        }
    }

    /// <summary>The widths that ratios or a budget lead to; with a budget of latency also how they were found.</summary>
    private (IReadOnlyDictionary<SnpLayer, int> Asked, LatencySearch? Timed) Widths(
        MethodContext context, SnpLayers layers, IReadOnlyDictionary<SnpLayer, double?> ratios, SnpScores scores, CancellationToken cancellationToken)
    {
        if (!options.HasBudget)
        {
            return (SnpWidths.Of(ratios, options.Rounding), null);
        }

        // How many pairs are kept is only about to be found: they are ranked with half of the singular components.
        double[] Scores(IStructureGroup group) => scores.Of(group, Math.Max(1, layers.Of(group).First().Width / 2));
        using var sensitivity = new SnpSensitivity(context, layers, scores, options, Scores);
        var free = ratios.Where(pair => pair.Value is null).Select(pair => pair.Key.Group.Name).ToHashSet(StringComparer.Ordinal);
        var allocation = new SnpAllocation(context, options, ratios, group => options.Allocation == Allocation.Sensitivity && free.Contains(group.Name)
            ? sensitivity.Priorities(group, cancellationToken)
            : ScoreShares.Priorities(Scores(group), group.Rows));
        if (options.Budget is { } budget)
        {
            return (allocation.Find(budget).Widths, null);
        }

        var planner = new PruningPlanner(context.Model, context.Structure);
        return new SnpLatency(context, options.LatencyBudget!, allocation, widths => Plan(planner, layers, widths, scores).Plan).Find(cancellationToken);
    }

    /// <summary>What the model looks at, for the report of a run.</summary>
    private static AttentionMaps? Maps(MethodContext context) => context.PlanOnly ? null : AttentionMaps.Of(context.Model, context.Data, context.Device);

    /// <summary>Looks at queries and keys, where pairs of them are to go.</summary>
    private AttentionStatistics[] Look(
        MethodContext context, SnpLayers layers, IReadOnlyDictionary<SnpLayer, double?> ratios, CancellationToken cancellationToken)
    {
        var cut = ratios.Where(pair => pair.Key.Kind == SnpKind.Qk && (pair.Value is not { } ratio || SnpWidths.Keep(pair.Key, ratio, options.Rounding) < pair.Key.Width))
            .Select(pair => pair.Key.Group.Name).ToHashSet(StringComparer.Ordinal);
        if (cut.Count == 0)
        {
            return [];
        }

        var gamma = Gamma.Parse(options.Gamma);
        AttentionStatistics[] sites =
        [
            .. layers.Sites.Zip(layers.Maps).Where(pair => pair.Second.Groups.Any(group => cut.Contains(group.Name)))
                .Select(pair => new AttentionStatistics(pair.First, pair.Second, gamma)),
        ];
        try
        {
            var data = context.RequireData();
            var pass = new AttentionPass(context.Model, sites);
            var images = Math.Min(options.Images, data.Train.Count);
            var done = 0L;
            foreach (var batch in data.Calibration(images, context.Seed, options.Batch, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                using var placed = batch.To(context.Device);
                BatchGraphs.CheckImages(context.Model, placed.Images);
                pass.Run([placed.Images]);
                done += placed.Count;
                context.Progress?.Report(new MethodProgress("looking at queries and keys", done, images));
            }

            return sites;
        }
        catch
        {
            Array.ForEach(sites, site => site.Dispose());
            throw;
        }
    }

    /// <summary>The plan and what each layer keeps by it, which is less than was asked for where other layers must stay as wide.</summary>
    internal static (PruningPlan Plan, IReadOnlyDictionary<SnpLayer, int> Kept) Plan(
        PruningPlanner planner, SnpLayers layers, IReadOnlyDictionary<SnpLayer, int> asked, SnpScores? scores)
    {
        var current = asked.GroupBy(pair => pair.Key.Group).ToDictionary(group => group.Key, group => group.Min(pair => pair.Value));
        for (var isLast = false; ; isLast = true)
        {
            var widths = current;
            var plan = planner.PlanWidths(
                widths.ToDictionary(pair => pair.Key, pair => pair.Value * layers.Of(pair.Key).Sum(layer => layer.Rows)),
                scores is null ? null : group => scores.Of(group, widths.TryGetValue(group, out var count) ? count : group.Count), "snp");
            var gone = plan.Steps.SelectMany(step => step.Cuts).ToDictionary(cut => cut.Group, cut => cut.Units, StringComparer.Ordinal);
            var kept = layers.All.ToDictionary(
                layer => layer,
                layer => layer.Width - (gone.TryGetValue(layer.Group.Name, out var units) ? units.Intersect(layer.Units).Count() / layer.Rows : 0));
            // Where others took units along, gamma is another one: scored once more with it.
            current = kept.Where(pair => pair.Value < pair.Key.Width).GroupBy(pair => pair.Key.Group).ToDictionary(group => group.Key, group => group.Min(pair => pair.Value));
            if (isLast || current.All(pair => widths.TryGetValue(pair.Key, out var count) && count == pair.Value))
            {
                return (plan, kept);
            }
        }
    }

    private static IEnumerable<double> Own(SnpScores scores, SnpLayer layer, int kept)
    {
        var all = scores.Of(layer.Group, kept);
        return layer.Units.Select(unit => all[unit]);
    }
}
