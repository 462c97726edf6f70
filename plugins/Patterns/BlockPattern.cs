using System.Globalization;
using Espalier.Patterns;
using static TorchSharp.torch;

namespace Espalier.Plugins.Patterns;

/// <summary>Blocks of rows x columns (outputs x inputs) stay or go; each kernel position of a convolution has blocks of its own.</summary>
[PluginPart("block")]
public sealed class BlockPattern : ISparsityPattern
{
    private readonly BlockOptions options;
    private readonly BlockMask blocks;

    /// <summary>A pattern.</summary>
    /// <param name="options">The blocks, and how many go.</param>
    /// <exception cref="ArgumentException">A block has no rows or columns.</exception>
    public BlockPattern(BlockOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Rows < 1 || options.Columns < 1)
        {
            throw new ArgumentException($"A block of {options.Rows}x{options.Columns} has no weights. Give at least one row and one column.", nameof(options));
        }

        this.options = options;
        blocks = new(new BlockGrid(options.Rows, options.Columns, coversKernel: false), options.Sparsity, options.Scope);
    }

    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"block {options.Rows}x{options.Columns} {options.Sparsity}");

    /// <inheritdoc/>
    public double Density => 1 - options.Sparsity;

    /// <inheritdoc/>
    public string? Obstacle(IReadOnlyList<long> shape) => Weights.Obstacle(shape)
        ?? (options.Ragged || (shape[0] % options.Rows == 0 && shape[1] % options.Columns == 0)
            ? null
            : $"{shape[0]} x {shape[1]} weights do not make whole blocks of {options.Rows} x {options.Columns}: choose others, or set 'ragged' to allow smaller ones "
            + "at the edges.");

    /// <inheritdoc/>
    public Tensor BestMask(Tensor score)
    {
        TopMask.Check(score, Obstacle(score.shape));
        return blocks.Best(score);
    }

    /// <inheritdoc/>
    public bool IsLegal(Tensor mask) => Weights.Fits(mask, Obstacle(mask.shape)) && blocks.IsLegal(mask);
}
