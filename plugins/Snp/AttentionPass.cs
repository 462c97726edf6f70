using Espalier.Criteria;
using Espalier.Execution;
using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp;

/// <summary>Runs calibration data through a model's evaluation graph and shows each attention its queries and keys on the way.</summary>
/// <remarks>At any time there are the activations that the graph needs at that point, and for one attention its factors in float64.</remarks>
internal sealed class AttentionPass(TracedModel model, IReadOnlyList<AttentionStatistics> sites)
{
    private readonly BatchGraphs graphs = new(model);

    /// <summary>One batch.</summary>
    /// <param name="inputs">One tensor per input of the model; any number of samples.</param>
    /// <exception cref="CriterionException">The model computes something else for such a batch, or something is not finite.</exception>
    public void Run(IReadOnlyList<Tensor> inputs)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var graph = graphs.For(inputs);
        var interpreter = new Interpreter(graph, model.Module);
        foreach (var site in sites)
        {
            interpreter.Observe(BatchGraphs.Counterpart(graph, site.Site.Query.Value), tensor => site.SeeQuery(tensor, inputs[0].shape[0]));
            interpreter.Observe(BatchGraphs.Counterpart(graph, site.Site.Key.Value), tensor => site.SeeKey(tensor, inputs[0].shape[0]));
        }

        interpreter.Run(inputs);
    }
}
