using Espalier.Labels;
using Espalier.Structures;
using Espalier.Symbolic;

namespace Espalier.Planning;

/// <summary>Whether what is left of a model after a cut fits together.</summary>
internal sealed class PlanCheck(ModelStructure structure, CutSet cut)
{
    /// <summary>The parameter dimensions that lose something, and what they keep.</summary>
    public IEnumerable<(SliceIndex.ParameterDimension Dimension, IReadOnlyList<int> Kept)> Touched => structure.Slices.Touched(cut);

    /// <summary>Checks everything and returns the new sizes.</summary>
    /// <exception cref="PlanException">Something does not fit; the message says what.</exception>
    public SizeResolver Run()
    {
        CheckPins();
        CheckWidths();
        CheckCounts();
        CheckLines();
        return CheckSizes();
    }

    private void CheckPins()
    {
        foreach (var @class in cut.Classes)
        {
            if (structure.Blocks.IsPinned(@class))
            {
                throw new PlanException(
                    $"The cut takes along what cannot go: {structure.Labels.Forest.PinOf(@class)}. Leave it out, or protect the layers that it hangs on.");
            }
        }
    }

    private void CheckWidths()
    {
        if (structure.Slices.FirstEmptied(cut) is { } dimension)
        {
            throw new PlanException(
                $"Nothing would be left of dimension {dimension.Dimension} of '{dimension.Parameter}' ({dimension.Classes.Length} wide). At least one unit must stay.");
        }
    }

    private void CheckCounts()
    {
        foreach (var constraint in structure.Rows.Touched(cut.Classes).Select(c => structure.Labels.Constraints[c]))
        {
            var counts = constraint.Parts.Select(part => cut.CountKept(part)).Where(count => count > 0 || !constraint.MayEmptyParts).Distinct().Order().ToArray();
            if (counts.Length > 1)
            {
                throw new PlanException(
                    $"{constraint.Reason}, and they would keep {string.Join(" and ", counts)}. Cut equally many units of each row, or whole rows.");
            }
        }
    }

    private void CheckLines()
    {
        if (structure.Rectangles.FirstBroken(cut) is { } broken)
        {
            throw new PlanException($"Only whole lines may go where {broken.Reason}. Cut the groups that the structure offers there.");
        }
    }

    private SizeResolver CheckSizes()
    {
        var sizes = new SizeResolver(structure.Labels, cut);
        var uses = structure.Sizes.Touched(cut);
        foreach (var use in uses)
        {
            if (sizes.Learn(use) is { } before)
            {
                throw new PlanException(
                    $"{((DimSource.Field)use.Size.Source).Binding} sizes several tensors, which would need {before} and {sizes.SizeOf(use)} " +
                    $"({use.Value.Name}). Cut them alike, or give each a field of its own.");
            }
        }

        foreach (var use in uses)
        {
            if (!sizes.Follows(use, unknownFieldsStay: true))
            {
                throw new PlanException(
                    $"Dimension {use.Dimension} of {use.Value.Name} would be {sizes.SizeOf(use)}, and the model's code computes " +
                    $"{sizes.Evaluate(use.Size, unknownFieldsStay: true)} for it. Write -1 there, or keep the size in a field of the module.");
            }
        }

        return sizes;
    }
}
