namespace Espalier.Planning;

/// <summary>Several plans, each made for the result of the one before, as one.</summary>
public static class PlanComposition
{
    /// <summary>The plan that does what the two do one after the other.</summary>
    /// <exception cref="PlanException">The second was not made for the first's result.</exception>
    public static PruningPlan Then(this PruningPlan first, PruningPlan second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (second.Fingerprint != first.ResultFingerprint)
        {
            throw new PlanException(
                $"The plans do not follow each other: the first leaves {first.Model} with the fingerprint {first.ResultFingerprint}, " +
                $"and the second is for {second.Fingerprint}.");
        }

        var later = second.Slices.ToDictionary(slice => (slice.Parameter, slice.Dimension));
        var slices = new List<PlanSlice>();
        foreach (var slice in first.Slices.Where(slice => !second.Removes(slice.Parameter)))
        {
            slices.Add(later.Remove((slice.Parameter, slice.Dimension), out var next)
                ? slice with { Kept = [.. next.Kept.Select(index => slice.Kept[index])] }
                : slice);
        }

        slices.AddRange(second.Slices.Where(slice => later.ContainsKey((slice.Parameter, slice.Dimension))));
        return first with
        {
            ResultFingerprint = second.ResultFingerprint,
            Steps = [.. first.Steps, .. second.Steps],
            Slices = slices,
            Fields = [.. Fields(first, second)],
            Version = Math.Max(first.Version, second.Version),
            Branches = [.. first.Branches.Where(branch => !second.Removes(branch.Module)), .. second.Branches],
        };
    }

    private static IEnumerable<PlanField> Fields(PruningPlan first, PruningPlan second)
    {
        var later = second.Fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
        return first.Fields
            .Where(field => !second.Removes(field.Name))
            .Select(field => later.Remove(field.Name, out var next) ? field with { To = next.To } : field)
            .Concat(later.Values)
            .Where(field => field.From != field.To)
            .OrderBy(field => field.Name, StringComparer.Ordinal)
            .ToArray();
    }
}
