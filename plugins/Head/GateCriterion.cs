using Espalier.Attention;
using Espalier.Criteria;
using Espalier.Graphs;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Head;

/// <summary>
/// The sensitivity of the loss to a gate on a head's output (Michel et al. 2019, arXiv 1905.10650, equation 2): with <c>xi_h = 1</c> on what head h gives out,
/// <c>I_h = E_x |dL(x) / d xi_h| = E_x |&lt;Att_h(x), dL(x) / dAtt_h(x)&gt;|</c>, the absolute value of each sample by itself.
/// </summary>
/// <remarks>One forward and backward pass per batch gives the gradients of all gates for all samples, because samples do not touch each other in evaluation.</remarks>
[PluginPart("gate")]
public sealed class GateCriterion : IImportanceCriterion
{
    /// <inheritdoc/>
    public string Name => "gate";

    /// <inheritdoc/>
    public CriterionNeeds Needs => CriterionNeeds.Activations | CriterionNeeds.ActivationGradients;

    /// <inheritdoc/>
    public ScoreAveraging Averaging => ScoreAveraging.Batch;

    /// <inheritdoc/>
    public IEnumerable<Value> Watch(IStructureGroup group, TracedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return AttentionFinder.Find(model.Evaluation).Select(site => site.Mixed.Value);
    }

    /// <inheritdoc/>
    public IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(context);
        var heads = AttentionHeads.Find(context.Model.Evaluation, context.Structure).Where(heads => heads.Group.Name == group.Name).ToArray();
        if (heads.Length == 0)
        {
            throw new CriterionException($"'{group.Name}' holds no attention heads, which are what the criterion 'gate' scores. Use it with 'head', or another criterion here.");
        }

        using var noGrad = no_grad();
        using var scope = NewDisposeScope();

        // One gate is on all that a head gives out: where layers share weights, in all of them. The gradient is that of the mean loss of the samples.
        var gates = heads.Select(own => Gates(own, context)).Aggregate((sum, next) => sum + next) * context.Samples;
        return gates.abs().mean([0L]).cpu().data<double>().ToArray();
    }

    private static Tensor Gates(AttentionHeads heads, ScoringContext context)
    {
        var mixed = heads.Site.Mixed;
        var products = mixed.Turn(context.Activation(mixed.Value).to(float64) * context.ActivationGradient(mixed.Value).to(float64));
        return heads.Places.Sums(products.sum([-2L, -1L]), context.Samples);
    }
}
