using System.Globalization;
using Espalier.Patterns;
using static TorchSharp.torch;

namespace Espalier.Plugins.Patterns;

/// <summary>N consecutive outputs keep or drop an input together, with its whole kernel (1xN, Lin et al. 2022): vector units of CPUs then read runs of N.</summary>
[PluginPart("1xn")]
public sealed class OneByNPattern : ISparsityPattern
{
    private readonly OneByNOptions options;
    private readonly BlockMask blocks;

    /// <summary>A pattern.</summary>
    /// <param name="options">N, and how many go.</param>
    /// <exception cref="ArgumentException">N is less than 1.</exception>
    public OneByNPattern(OneByNOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.N < 1)
        {
            throw new ArgumentException($"Runs of {options.N} outputs have no weights. N must be at least 1.", nameof(options));
        }

        this.options = options;
        blocks = new(new BlockGrid(options.N, 1, coversKernel: true), options.Sparsity, options.Scope);
    }

    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"1x{options.N} {options.Sparsity}");

    /// <inheritdoc/>
    public double Density => 1 - options.Sparsity;

    /// <inheritdoc/>
    public string? Obstacle(IReadOnlyList<long> shape) => Weights.Obstacle(shape) ?? (shape[0] % options.N == 0
        ? null
        : $"{shape[0]} outputs do not make runs of {options.N}: choose another N, or leave this weight dense.");

    /// <inheritdoc/>
    public Tensor BestMask(Tensor score)
    {
        TopMask.Check(score, Obstacle(score.shape));
        return blocks.Best(score);
    }

    /// <inheritdoc/>
    public bool IsLegal(Tensor mask) => Weights.Fits(mask, Obstacle(mask.shape)) && blocks.IsLegal(mask);
}
