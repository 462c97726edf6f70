using System.Globalization;
using Espalier.Patterns;
using static TorchSharp.torch;

namespace Espalier.Plugins.Patterns;

/// <summary>Whole output rows stay or go: what surgery can then take out.</summary>
/// <param name="options">How many go.</param>
[PluginPart("channel")]
public sealed class ChannelPattern(ChannelOptions options) : ISparsityPattern
{
    private readonly BlockMask blocks = new(new BlockGrid(1, 0, coversKernel: true), options.Sparsity, MaskScope.Tensor);

    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"channel {options.Sparsity}");

    /// <inheritdoc/>
    public double Density => 1 - options.Sparsity;

    /// <inheritdoc/>
    public string? Obstacle(IReadOnlyList<long> shape) => Weights.Obstacle(shape);

    /// <inheritdoc/>
    public Tensor BestMask(Tensor score)
    {
        TopMask.Check(score, Obstacle(score.shape));
        return blocks.Best(score);
    }

    /// <inheritdoc/>
    public bool IsLegal(Tensor mask) => Weights.Fits(mask, Obstacle(mask.shape)) && blocks.IsLegal(mask);
}
