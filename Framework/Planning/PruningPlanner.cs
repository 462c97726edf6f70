using Espalier.Graphs;
using Espalier.Labels;
using Espalier.Structures;

namespace Espalier.Planning;

/// <summary>Makes plans from decisions about groups, and refuses decisions that the model cannot follow.</summary>
/// <param name="model">The traced model.</param>
/// <param name="structure">Its structure.</param>
public sealed class PruningPlanner(TracedModel model, ModelStructure structure)
{
    /// <summary>Makes a plan that cuts exactly these units, and what goes with them.</summary>
    /// <param name="units">For each group, the units that go.</param>
    /// <param name="description">What decided it, for the plan's reader.</param>
    /// <exception cref="PlanException">A group or unit does not exist, or the rest of the model would not fit together.</exception>
    public PruningPlan Plan(IReadOnlyDictionary<string, IReadOnlyList<int>> units, string description)
    {
        var cut = new CutSet(structure.Blocks);
        new PlanUnits(structure).Add(cut, units);
        return Build(cut, description);
    }

    /// <summary>Cuts the same part of every group: each keeps floor(width x (1 - ratio)) units, at least one, equally many in every row.</summary>
    /// <param name="ratio">The part that goes, from 0 up to but not including 1.</param>
    /// <param name="scores">The units' importance; the lowest go. Null: the last ones go.</param>
    /// <param name="groups">The groups to cut; null: all but blocks, whose members would be cut twice.</param>
    /// <param name="options">How widths are chosen.</param>
    /// <exception cref="PlanException">A relation between widths cannot be kept.</exception>
    public PruningPlan PlanUniform(
        double ratio, Func<IStructureGroup, IReadOnlyList<double>>? scores = null, IEnumerable<IStructureGroup>? groups = null,
        WidthOptions? options = null)
    {
        if (ratio is not (>= 0 and < 1))
        {
            throw new PlanException($"The ratio is {ratio}. It must be at least 0 and less than 1: the part that goes.");
        }

        var widths = options ?? new WidthOptions();
        return PlanWidths(
            (groups ?? structure.Groups.Where(g => g.Granularity != StructureGranularity.Block)).ToDictionary(g => g, g => widths.Keep(g, ratio)),
            scores, $"uniform ratio {ratio}");
    }

    /// <summary>Keeps so many units of each group, the most important ones, and whatever else must go so that rows stay equal.</summary>
    /// <param name="kept">How many units each group keeps; in groups with rows, a multiple of the rows.</param>
    /// <param name="scores">The units' importance; the lowest go. Null: the last ones go.</param>
    /// <param name="description">What decided it, for the plan's reader.</param>
    /// <exception cref="PlanException">A relation between widths cannot be kept.</exception>
    public PruningPlan PlanWidths(
        IReadOnlyDictionary<IStructureGroup, int> kept, Func<IStructureGroup, IReadOnlyList<double>>? scores, string description)
    {
        var ranking = new UnitRanking(scores);
        var cut = new CutSet(structure.Blocks);
        var found = new PlanUnits(structure);
        foreach (var (group, count) in kept)
        {
            PlanUnits.Add(cut, found.Group(group.Name), ranking.LowestUnits(group, group.Count - count));
        }

        new CountBalancer(structure, ranking).Balance(cut);
        return Build(cut, description);
    }

    /// <summary>The plan of a cut, once it is found to fit.</summary>
    internal PruningPlan Build(CutSet cut, string description)
    {
        var check = new PlanCheck(structure, cut);
        var sizes = check.Run();
        var slices = check.Touched
            .Select(pair => new PlanSlice(pair.Dimension.Parameter, pair.Dimension.Dimension, pair.Dimension.Classes.Length, pair.Kept))
            .ToArray();
        var before = FieldValues(structure);
        var fields = sizes.Fields
            .Select(pair => new PlanField(pair.Key.Name, before[pair.Key], pair.Value))
            .Where(field => field.From != field.To)
            .OrderBy(field => field.Name, StringComparer.Ordinal)
            .ToArray();
        return new PruningPlan(
            model.Module.GetType().Name, model.Fingerprint, ResultFingerprint(slices), model.Inputs,
            [new PlanStep(description, [.. Cuts(cut)])], slices, fields);
    }

    private string ResultFingerprint(IEnumerable<PlanSlice> slices)
    {
        var shapes = ModelFingerprint.Shapes(model.Module);
        foreach (var slice in slices)
        {
            shapes[slice.Parameter][slice.Dimension] = slice.Kept.Count;
        }

        return ModelFingerprint.Of(model.Module.GetType().Name, shapes);
    }

    private IEnumerable<PlanCut> Cuts(CutSet cut)
    {
        foreach (var group in structure.Groups.Cast<StructureGroup>())
        {
            int[] units = [.. Enumerable.Range(0, group.Count).Where(unit => cut.ContainsClass(group.Classes[unit]))];
            if (units.Length > 0)
            {
                yield return new PlanCut(group.Name, group.Count, units);
            }
        }
    }

    private static Dictionary<SizeBinding, long> FieldValues(ModelStructure structure) => structure.Labels.SizeUses
        .Select(use => (use.Size.Source as Symbolic.DimSource.Field, use.Size.Value))
        .Where(pair => pair.Item1 is not null)
        .DistinctBy(pair => pair.Item1!.Binding)
        .ToDictionary(pair => pair.Item1!.Binding, pair => pair.Value);
}
