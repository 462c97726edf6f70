using static TorchSharp.torch;

namespace Espalier.Plugins.Patterns;

/// <summary>Masks that keep or drop blocks of a grid: what channel, block and 1xN patterns have in common.</summary>
internal sealed class BlockMask(BlockGrid grid, double sparsity, MaskScope maskScope)
{
    private readonly double part = TopMask.Checked(sparsity);

    public Tensor Best(Tensor score)
    {
        using var scope = NewDisposeScope();
        var sums = grid.Reduce(score);
        var ranked = Ranked(sums);
        var kept = TopMask.Of(ranked, TopMask.Keep(ranked.shape[1], part));
        return grid.Expand(kept, score.shape).MoveToOuterDisposeScope();
    }

    public bool IsLegal(Tensor mask)
    {
        using var scope = NewDisposeScope();
        var kept = Ranked(grid.Reduce(mask) > 0);
        return grid.IsWhole(mask) && TopMask.Allows(kept, TopMask.Keep(kept.shape[1], part));
    }

    private Tensor Ranked(Tensor blocks) => maskScope == MaskScope.Tensor ? blocks.reshape(1, -1) : blocks;
}
