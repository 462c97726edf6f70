using System.Globalization;
using Espalier.Patterns;
using static TorchSharp.torch;

namespace Espalier.Plugins.Patterns;

/// <summary>Any weight may stay or go.</summary>
/// <param name="options">How many go, and of what.</param>
[PluginPart("unstructured")]
public sealed class UnstructuredPattern(UnstructuredOptions options) : ISparsityPattern
{
    private readonly double sparsity = TopMask.Checked(options.Sparsity);

    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"unstructured {sparsity}");

    /// <inheritdoc/>
    public double Density => 1 - sparsity;

    /// <inheritdoc/>
    public string? Obstacle(IReadOnlyList<long> shape) => Weights.Obstacle(shape);

    /// <inheritdoc/>
    public Tensor BestMask(Tensor score)
    {
        TopMask.Check(score, Obstacle(score.shape));
        using var scope = NewDisposeScope();
        var rows = Rows(score);
        return TopMask.Of(rows, TopMask.Keep(rows.shape[1], sparsity)).reshape(score.shape).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public bool IsLegal(Tensor mask)
    {
        if (!Weights.Fits(mask, Obstacle(mask.shape)))
        {
            return false;
        }

        using var scope = NewDisposeScope();
        var rows = Rows(mask);
        return TopMask.Allows(rows, TopMask.Keep(rows.shape[1], sparsity));
    }

    private Tensor Rows(Tensor weight) => weight.reshape(options.Scope == MaskScope.Tensor ? 1 : weight.shape[0], -1);
}
