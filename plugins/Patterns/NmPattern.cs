using System.Globalization;
using Espalier.Patterns;
using static TorchSharp.torch;

namespace Espalier.Plugins.Patterns;

/// <summary>
/// N of every M weights stay. A group is M consecutive input features of one output row; in a convolution, M consecutive input channels at one kernel position,
/// which is where sparse matrix units expect them.
/// </summary>
[PluginPart("n:m")]
public sealed class NmPattern : ISparsityPattern
{
    private readonly int n;
    private readonly int m;

    /// <summary>A pattern.</summary>
    /// <param name="options">N and M.</param>
    /// <exception cref="ArgumentException">N is not between 1 and M.</exception>
    public NmPattern(NmOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.N < 1 || options.N > options.M)
        {
            throw new ArgumentException($"The pattern {options.N}:{options.M} keeps {options.N} of {options.M}. N must be from 1 to M.", nameof(options));
        }

        (n, m) = (options.N, options.M);
    }

    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{n}:{m}");

    /// <inheritdoc/>
    public double Density => (double)n / m;

    /// <inheritdoc/>
    public string? Obstacle(IReadOnlyList<long> shape) => Weights.Obstacle(shape) ?? (shape[1] % m == 0
        ? null
        : $"{shape[1]} input features do not make groups of {m}: choose another M, or leave this weight dense.");

    /// <inheritdoc/>
    public Tensor BestMask(Tensor score)
    {
        TopMask.Check(score, Obstacle(score.shape));
        using var scope = NewDisposeScope();
        var last = InputsLast(score);
        return InputsBack(TopMask.Of(last.reshape(-1, m), n).reshape(last.shape)).contiguous().MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public bool IsLegal(Tensor mask)
    {
        if (!Weights.Fits(mask, Obstacle(mask.shape)))
        {
            return false;
        }

        using var scope = NewDisposeScope();
        return TopMask.Allows(InputsLast(mask).reshape(-1, m), n);
    }

    private static Tensor InputsLast(Tensor weight) => weight.permute([0, .. Enumerable.Range(2, (int)weight.dim() - 2).Select(d => (long)d), 1]);

    private static Tensor InputsBack(Tensor weight) => weight.permute([0, weight.dim() - 1, .. Enumerable.Range(1, (int)weight.dim() - 2).Select(d => (long)d)]);
}
