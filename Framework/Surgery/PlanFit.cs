using Espalier.Graphs;
using Espalier.Planning;

namespace Espalier.Surgery;

/// <summary>Whether a plan fits a model, before anything is touched.</summary>
internal static class PlanFit
{
    /// <exception cref="PlanException">It does not.</exception>
    public static void Check(TracedModel model, PruningPlan plan)
    {
        if (plan.Version is < PruningPlan.OldestVersion or > PruningPlan.CurrentVersion)
        {
            throw new PlanException($"The plan has the format version {plan.Version}; this build reads {PruningPlan.OldestVersion} to {PruningPlan.CurrentVersion}.");
        }

        var fingerprint = ModelFingerprint.Of(model.Module);
        if (plan.Fingerprint != fingerprint)
        {
            throw new PlanException(
                $"The plan is for {plan.Model} with the fingerprint {plan.Fingerprint}, and this {model.Module.GetType().Name} has {fingerprint}" +
                (fingerprint == plan.ResultFingerprint ? ": it was applied already." : ". Construct the model with the hyper-parameters that the plan was made for."));
        }

        var shapes = ModelFingerprint.Shapes(model.Module);
        foreach (var slice in plan.Slices)
        {
            CheckSlice(slice, shapes);
        }
    }

    private static void CheckSlice(PlanSlice slice, Dictionary<string, long[]> shapes)
    {
        if (!shapes.TryGetValue(slice.Parameter, out var shape) || (uint)slice.Dimension >= (uint)shape.Length)
        {
            throw new PlanException($"The plan cuts dimension {slice.Dimension} of '{slice.Parameter}', which the model does not have.");
        }

        if (shape[slice.Dimension] != slice.Width)
        {
            throw new PlanException(
                $"The plan takes dimension {slice.Dimension} of '{slice.Parameter}' to be {slice.Width} wide, and it is {shape[slice.Dimension]}.");
        }

        if (slice.Kept.Count == 0 || slice.Kept.Any(index => (uint)index >= (uint)slice.Width) || !slice.Kept.Zip(slice.Kept.Skip(1), (a, b) => a < b).All(ok => ok))
        {
            throw new PlanException(
                $"The plan's indices for dimension {slice.Dimension} of '{slice.Parameter}' must be ascending, at least one, and below {slice.Width}.");
        }
    }
}
