using Espalier.Counting;
using Espalier.Graphs;
using Espalier.Planning;

namespace Espalier.Plugins.Block;

/// <summary>What a model costs without some of its blocks, from its graph alone.</summary>
internal sealed class BlockCosts
{
    private readonly Dictionary<Node, long> macs;
    private readonly Dictionary<string, long> parameters;
    private readonly int units;

    public BlockCosts(TracedModel model, int units)
    {
        this.units = units;
        macs = ModelCounts.Of(model).Nodes.ToDictionary(count => count.Node, count => count.Macs);
        parameters = model.Evaluation.Parameters.Where(value => value.Kind == ValueKind.Parameter)
            .ToDictionary(value => value.Name, value => value.Count, StringComparer.Ordinal);
    }

    /// <summary>The costs with all blocks but those that go.</summary>
    public ModelCost Without(IReadOnlyCollection<BlockUnit> gone)
    {
        var branches = gone.SelectMany(unit => unit.Branches).ToArray();
        return new ModelCost(
            units - gone.Count,
            parameters.Values.Sum() - branches.SelectMany(branch => branch.Parameters).Distinct().Sum(name => parameters.GetValueOrDefault(name)),
            macs.Values.Sum() - branches.SelectMany(branch => branch.Nodes).Distinct().Sum(node => macs[node]));
    }
}
