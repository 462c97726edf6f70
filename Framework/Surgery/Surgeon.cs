using Espalier.Graphs;
using Espalier.Planning;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Surgery;

/// <summary>
/// Applies plans: selects the kept indices of every parameter and buffer, in place, so that modules, optimizers and fields keep their objects; rewrites
/// the integers that size tensors (heads, head widths, a convolution's groups, a layer norm's shape); turns residual branches off and removes their modules.
/// </summary>
public static class Surgeon
{
    /// <summary>Applies a plan to a model of the architecture that it was made for.</summary>
    /// <param name="model">The traced model. The result holds its new trace.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="companions">
    /// Tensors that are shaped like parameters and must stay so (an optimizer's momentum, a moving average), by the parameter's name.
    /// </param>
    /// <returns>The way back: until it is disposed of, the plan can be undone.</returns>
    /// <exception cref="PlanException">The plan is for another model, or the model's code cannot follow it. The model is then as it was.</exception>
    public static AppliedPlan Apply(TracedModel model, PruningPlan plan, ILookup<string, torch.Tensor>? companions = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(plan);
        PlanFit.Check(model, plan);
        var cuts = BranchCut.Of(model, plan);
        var names = new ModuleNames(model.Module);
        var tensors = names.Tensors.ToDictionary(entry => entry.Name, entry => entry.Tensor, StringComparer.Ordinal);
        var applied = new AppliedPlan(model);
        try
        {
            foreach (var slices in plan.Slices.GroupBy(slice => slice.Parameter, StringComparer.Ordinal))
            {
                foreach (var tensor in (companions?[slices.Key] ?? []).Prepend(tensors[slices.Key]))
                {
                    applied.Replace(tensor, Select(tensor, slices));
                }
            }

            RewriteFields(model, plan, applied);
            foreach (var cut in cuts)
            {
                applied.Remove(cut);
            }

            applied.Model = RetraceCheck.Run(model, cuts);
        }
        catch
        {
            applied.Undo();
            throw;
        }

        return applied;
    }

    private static torch.Tensor Select(torch.Tensor tensor, IEnumerable<PlanSlice> slices)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var result = tensor.detach();
        foreach (var slice in slices)
        {
            var indices = torch.tensor(slice.Kept.Select(index => (long)index).ToArray(), device: tensor.device);
            result = result.index_select(slice.Dimension, indices);
        }

        return result.DetachFromDisposeScope();
    }

    private static void RewriteFields(TracedModel model, PruningPlan plan, AppliedPlan applied)
    {
        var bindings = SizeBindings.Of(model);
        foreach (var field in plan.Fields)
        {
            if (!bindings.TryGetValue(field.Name, out var binding))
            {
                throw new PlanException($"The plan rewrites '{field.Name}', and the model has no such size. It was made for another version of the model's class.");
            }

            applied.Rewrite(binding.Set, field.From, field.To);
        }
    }
}
