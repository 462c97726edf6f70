namespace Espalier.Plugins.Block;

/// <summary>Says which blocks a model can best do without.</summary>
internal interface IBlockRanking
{
    /// <summary>What each block scored before the first went. Filled by <see cref="Order"/>.</summary>
    IReadOnlyDictionary<BlockUnit, double> Scores { get; }

    /// <summary>The blocks in the order in which they go. Made as it is asked for: take no more than needed.</summary>
    /// <exception cref="Criteria.CriterionException">A score is not finite.</exception>
    IEnumerable<BlockUnit> Order(IReadOnlyList<BlockUnit> units, CancellationToken cancellationToken);
}
