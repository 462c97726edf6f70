using Espalier.Graphs;
using Espalier.Planning;

namespace Espalier.Plugins.Block;

/// <summary>What a model costs without some of its blocks, from its graph alone.</summary>
internal sealed class BlockCosts(TracedModel model, int units)
{
    private readonly BranchCosts costs = new(model);

    /// <summary>The costs with all blocks but those that go.</summary>
    public ModelCost Without(IReadOnlyCollection<BlockUnit> gone)
    {
        var saved = costs.Of(gone.SelectMany(unit => unit.Branches));
        return new ModelCost(units - gone.Count, costs.Dense.Parameters - saved.Parameters, costs.Dense.Macs - saved.Macs);
    }
}
