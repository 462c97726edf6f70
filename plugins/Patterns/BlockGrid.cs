using static TorchSharp.torch;

namespace Espalier.Plugins.Patterns;

/// <summary>
/// A weight in blocks of rows x columns (outputs x inputs). Each kernel position has blocks of its own, or a block covers the whole kernel. At the edges,
/// blocks may be smaller.
/// </summary>
/// <param name="rows">The rows of a block.</param>
/// <param name="columns">Its columns; 0 for all.</param>
/// <param name="coversKernel">Whether a block covers all kernel positions.</param>
internal sealed class BlockGrid(int rows, int columns, bool coversKernel)
{
    /// <summary>The blocks' sums: block rows x (blocks of a row, columns first, then kernel positions).</summary>
    public Tensor Reduce(Tensor weight)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var (_, _, kernel) = Sizes(weight.shape);
        var (down, across, width) = Blocks(weight.shape);
        var flat = weight.detach().to(float64).reshape(weight.shape[0], weight.shape[1], kernel);
        var padded = nn.functional.pad(flat, [0, 0, 0, (across * width) - weight.shape[1], 0, (down * rows) - weight.shape[0]]);
        var sums = padded.reshape(down, rows, across, width, kernel).sum([1, 3]);
        return (coversKernel ? sums.sum(2) : sums.reshape(down, across * kernel)).MoveToOuterDisposeScope();
    }

    /// <summary>A value per weight from one per block.</summary>
    public Tensor Expand(Tensor blocks, long[] shape)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var (outputs, inputs, kernel) = Sizes(shape);
        var (down, across, width) = Blocks(shape);
        var perKernel = coversKernel ? 1 : kernel;
        var all = blocks.reshape(down, 1, across, 1, perKernel).expand(down, rows, across, width, kernel).reshape(down * rows, across * width, kernel);
        return all.narrow(0, 0, outputs).narrow(1, 0, inputs).reshape(shape).contiguous().clone().MoveToOuterDisposeScope();
    }

    /// <summary>Whether all weights of each block are kept or dropped together.</summary>
    public bool IsWhole(Tensor mask)
    {
        using var scope = NewDisposeScope();
        return Expand(Reduce(mask) > 0, mask.shape).Equals(mask);
    }

    private static (long Outputs, long Inputs, long Kernel) Sizes(IReadOnlyList<long> shape) =>
        (shape[0], shape[1], shape.Skip(2).Aggregate(1L, (count, size) => count * size));

    private (long Down, long Across, long Width) Blocks(IReadOnlyList<long> shape)
    {
        var width = columns == 0 ? shape[1] : columns;
        return ((shape[0] + rows - 1) / rows, (shape[1] + width - 1) / width, width);
    }
}
