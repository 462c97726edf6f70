using Espalier.Methods;
using Espalier.Planning;
using Espalier.Structures;

namespace Espalier.Plugins.Snp;

/// <summary>
/// Shares out a budget among layers. With c_g what layer g costs and s_g the share of the sum of its scores that its kept units hold, the automatic allocation
/// maximises sum_g c_g log s_g at the cost asked for, by taking the unit next whose loss is least for what it saves.
/// </summary>
/// <remarks>
/// A unit with the share p of a row of n units, of which the share r is left, loses c p / r and saves about c / n: units go in the order of n p / r. Where all
/// scores of a layer are equal that is the inverse of the part that is kept, so that scores which say nothing lead to equal ratios; a layer that has units with
/// small shares gives them first. The logarithm keeps any layer from vanishing. The design is ours.
/// </remarks>
/// <param name="context">The model.</param>
/// <param name="options">How a budget is shared out.</param>
/// <param name="ratios">Ratios that hold in any case; null where there is none.</param>
/// <param name="scores">The units' scores. Pairs are ranked with half of the singular components here: how many are kept is only about to be found.</param>
internal sealed class SnpAllocation(MethodContext context, SnpOptions options, IReadOnlyDictionary<SnpLayer, double?> ratios, SnpScores scores)
{
    private readonly CostModel costs = new(context.Model, context.Structure);

    private readonly Dictionary<string, SnpLayer[]> layers =
        ratios.Keys.GroupBy(layer => layer.Group).ToDictionary(group => group.Key.Name, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The MACs of the model as it is.</summary>
    public long DenseMacs => costs.Dense.Macs;

    /// <summary>The least MACs that can be reached.</summary>
    public long LeastMacs => Search.Least(Request(new Budget(CostMeasure.Macs, 1, false))).Macs;

    /// <summary>What each layer keeps per row, for those that are cut, and the MACs of that.</summary>
    /// <exception cref="PlanException">The budget cannot be kept.</exception>
    public (IReadOnlyDictionary<SnpLayer, int> Widths, long Macs) Find(Budget budget)
    {
        var found = Search.Find(Request(budget));
        var gone = found.Plan.Steps.SelectMany(step => step.Cuts).ToDictionary(cut => cut.Group, cut => cut.Units, StringComparer.Ordinal);
        var widths = ratios.Keys.Where(layer => gone.ContainsKey(layer.Group.Name))
            .ToDictionary(layer => layer, layer => layer.Width - (gone[layer.Group.Name].Intersect(layer.Units).Count() / layer.Rows));
        return (widths, found.After.Macs);
    }

    /// <summary>n p / r of each unit: its share of what is left of its row when the less important ones have gone, times the row's width.</summary>
    internal static double[] Priorities(IReadOnlyList<double> scores, IReadOnlyList<int> rows)
    {
        var result = new double[scores.Count];
        foreach (var row in Enumerable.Range(0, scores.Count).GroupBy(unit => rows[unit]))
        {
            // A unit without a finite score goes first; where all are zero they are alike.
            int[] order = [.. row.OrderBy(unit => scores[unit]).ThenByDescending(unit => unit)];
            var values = Array.ConvertAll(order, unit => double.IsFinite(scores[unit]) ? Math.Max(0, scores[unit]) : 0);
            var left = values.Sum();
            for (var i = 0; i < order.Length; i++)
            {
                result[order[i]] = left > 0 ? order.Length * Math.Min(1, values[i] / left) : order.Length / (double)(order.Length - i);
                left -= values[i];
            }
        }

        return result;
    }

    private BudgetSearch Search => new(context.Model, context.Structure, costs);

    private BudgetRequest Request(Budget budget)
    {
        IStructureGroup[] groups = [.. layers.Values.Select(own => own[0].Group)];
        return new BudgetRequest(
            budget,
            options.Allocation == Allocation.Uniform ? [.. groups.Select(group => (IReadOnlyList<IStructureGroup>)[group])] : [groups],
            group => Priorities(scores.Of(group, Math.Max(1, layers[group.Name][0].Width / 2)), group.Rows))
        {
            Limits = group => Limits(layers[group.Name]),
            Description = "snp",
        };
    }

    private WidthLimits Limits(SnpLayer[] own)
    {
        var given = own.Where(layer => ratios[layer] is not null)
            .Select(layer => 1 - (SnpWidths.Keep(layer, ratios[layer]!.Value, options.Rounding) / (double)layer.Width)).ToArray();
        return given.Length == 0 ? new WidthLimits() : new WidthLimits { MinRatio = given.Max(), MaxRatio = given.Length == own.Length ? given.Max() : 1 };
    }
}
