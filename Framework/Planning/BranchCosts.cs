using Espalier.Counting;
using Espalier.Graphs;
using Espalier.Structures;

namespace Espalier.Planning;

/// <summary>What residual branches cost a model, from its graph alone.</summary>
public sealed class BranchCosts
{
    private readonly Dictionary<Node, long> macs;
    private readonly Dictionary<string, long> parameters;

    /// <param name="model">The model.</param>
    public BranchCosts(TracedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        macs = ModelCounts.Of(model).Nodes.ToDictionary(count => count.Node, count => count.Macs);
        parameters = model.Evaluation.Parameters.Where(value => value.Kind == ValueKind.Parameter)
            .ToDictionary(value => value.Name, value => value.Count, StringComparer.Ordinal);
        Dense = new ModelCost(0, parameters.Values.Sum(), macs.Values.Sum());
    }

    /// <summary>What the whole model costs; units are not counted.</summary>
    public ModelCost Dense { get; }

    /// <summary>What goes with branches of the evaluation graph: the operators and parameters that they alone use. Units are not counted.</summary>
    public ModelCost Of(IEnumerable<ResidualBranch> branches)
    {
        ResidualBranch[] all = [.. branches];
        return new ModelCost(
            0, all.SelectMany(branch => branch.Parameters).Distinct().Sum(name => parameters.GetValueOrDefault(name)),
            all.SelectMany(branch => branch.Nodes).Distinct().Sum(node => macs[node]));
    }
}
