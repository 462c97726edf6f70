using Espalier.Methods;
using Espalier.Planning;
using Espalier.Structures;
using Espalier.Surgery;

namespace Espalier.Plugins.Snp;

/// <summary>
/// The allocation by sensitivity: each group alone is cut to several widths, and what the model's answers lose is measured on the calibration images. The sum of
/// what the groups lose is least, at the cost asked for, where units go in the order of what each loses for what it saves. The design is ours; that losses add up
/// is an approximation.
/// </summary>
/// <param name="context">The model and its data.</param>
/// <param name="layers">What SNP cuts.</param>
/// <param name="scores">What decides which units go.</param>
/// <param name="options">The budget, and on how many images answers are compared.</param>
/// <param name="order">The order in which a group's units go.</param>
internal sealed class SnpSensitivity(MethodContext context, SnpLayers layers, SnpScores scores, SnpOptions options, Func<IStructureGroup, double[]> order)
    : IDisposable
{
    /// <summary>The parts of a row that go; of all, one unit stays.</summary>
    private static readonly double[] Parts = [0.125, 0.25, 0.5, 0.75, 1];

    private readonly PruningPlanner planner = new(context.Model, context.Structure);
    private readonly CostModel costs = new(context.Model, context.Structure);
    private readonly Dictionary<string, double[]> known = new(StringComparer.Ordinal);
    private AnswerDivergence? answers;

    /// <summary>The priorities of a group's units, comparable between groups: the lowest go first. A group that cannot be cut alone goes last.</summary>
    /// <param name="group">The group; it is measured when it is first asked for.</param>
    /// <param name="cancellationToken">Stops between widths.</param>
    public double[] Priorities(IStructureGroup group, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(group.Name, out var priorities))
        {
            context.Progress?.Report(new MethodProgress("narrowing groups one by one", known.Count, layers.All.DistinctBy(layer => layer.Group).Count()));
            known.Add(group.Name, priorities = Measure(group, cancellationToken) ?? [.. Enumerable.Repeat(double.MaxValue, group.Count)]);
        }

        return priorities;
    }

    /// <inheritdoc/>
    public void Dispose() => answers?.Dispose();

    private double[]? Measure(IStructureGroup group, CancellationToken cancellationToken)
    {
        answers ??= new AnswerDivergence(context, options.Images, options.Batch, cancellationToken);
        SnpLayer[] own = [.. layers.Of(group)];
        var width = own[0].Width;
        var points = new List<(int Removed, double Divergence)>();
        var saved = 0.0;
        foreach (var kept in Parts.Select(part => Math.Max(1, width - (int)Math.Round(part * width))).Where(kept => kept < width).Distinct())
        {
            if (Plan(own, kept) is not { IsEmpty: false } plan)
            {
                return null;
            }

            var units = plan.Steps.SelectMany(step => step.Cuts).ToDictionary(cut => cut.Group, cut => cut.Units, StringComparer.Ordinal);
            var measure = options.Budget?.Measure ?? CostMeasure.Macs;
            saved = (costs.Dense.Of(measure) - costs.After(units).Of(measure)) / (double)(width - kept);
            var applied = Surgeon.Apply(context.Model, plan);
            try
            {
                points.Add((width - kept, answers.Of(applied.Model, cancellationToken)));
            }
            finally
            {
                applied.Undo();
            }
        }

        return points.Count == 0 || saved <= 0 ? null : InOrder(group, new DivergenceCurve(points), order(group), saved);
    }

    private PruningPlan? Plan(SnpLayer[] own, int kept)
    {
        try
        {
            return SnpMethod.Plan(planner, layers, own.ToDictionary(layer => layer, _ => kept), scores).Plan;
        }
        catch (PlanException)
        {
            // Relations between widths do not let this group be cut alone.
            return null;
        }
    }

    /// <summary>What the removal of each unit loses for what it saves, when the lower ones of its row have gone.</summary>
    private static double[] InOrder(IStructureGroup group, DivergenceCurve curve, IReadOnlyList<double> scores, double saved)
    {
        var result = new double[group.Count];
        foreach (var row in Enumerable.Range(0, group.Count).GroupBy(unit => group.Rows[unit]))
        {
            foreach (var (removed, unit) in row.OrderBy(unit => scores[unit]).ThenByDescending(unit => unit).Index())
            {
                result[unit] = curve.Next(removed) / saved;
            }
        }

        return result;
    }
}
