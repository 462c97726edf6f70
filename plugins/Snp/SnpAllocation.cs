using Espalier.Methods;
using Espalier.Planning;
using Espalier.Structures;

namespace Espalier.Plugins.Snp;

/// <summary>Shares out a budget among layers: the units with the lowest priorities go until it is kept.</summary>
/// <param name="context">The model.</param>
/// <param name="options">How a budget is shared out.</param>
/// <param name="ratios">Ratios that hold in any case; null where there is none.</param>
/// <param name="priorities">The units' priorities, which are comparable between groups but for uniform ratios.</param>
internal sealed class SnpAllocation(
    MethodContext context, SnpOptions options, IReadOnlyDictionary<SnpLayer, double?> ratios, Func<IStructureGroup, IReadOnlyList<double>> priorities)
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

    private BudgetSearch Search => new(context.Model, context.Structure, costs);

    private BudgetRequest Request(Budget budget)
    {
        IStructureGroup[] groups = [.. layers.Values.Select(own => own[0].Group)];
        return new BudgetRequest(
            budget,
            options.Allocation == Allocation.Uniform ? [.. groups.Select(group => (IReadOnlyList<IStructureGroup>)[group])] : [groups],
            priorities)
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
