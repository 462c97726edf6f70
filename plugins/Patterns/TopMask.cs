using static TorchSharp.torch;

namespace Espalier.Plugins.Patterns;

/// <summary>The largest scores of each row.</summary>
internal static class TopMask
{
    /// <summary>A sparsity, if it is one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static double Checked(double sparsity) => sparsity is >= 0 and < 1
        ? sparsity
        : throw new ArgumentOutOfRangeException(nameof(sparsity), sparsity, "The sparsity is the part that goes: at least 0 and less than 1.");

    /// <summary>How many of so many stay at a sparsity: as widths are rounded in channel pruning, and at least one.</summary>
    public static long Keep(long count, double sparsity) =>
        // The small addend keeps 10 x (1 - 0.9) from coming out as 0.
        Math.Clamp((long)Math.Floor((count * (1 - sparsity)) + 1e-9), 1, count);

    /// <summary>True at the so many largest of each row; among equals the lower index stays. The same on every machine.</summary>
    /// <param name="scores">Rows x entries.</param>
    /// <param name="keep">How many stay in each row.</param>
    public static Tensor Of(Tensor scores, long keep)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var order = scores.detach().sort(1, descending: true, stable: true).Indices.narrow(1, 0, keep);
        var mask = zeros(scores.shape, ScalarType.Bool, scores.device);
        return mask.scatter_(1, order, ones(order.shape, ScalarType.Bool, scores.device)).MoveToOuterDisposeScope();
    }

    /// <summary>Whether no row keeps more than so many.</summary>
    public static bool Allows(Tensor mask, long keep)
    {
        using var scope = NewDisposeScope();
        return (mask.sum(1) <= keep).all().item<bool>();
    }

    /// <summary>Refuses scores that have no order.</summary>
    /// <exception cref="ArgumentException">A score is negative or not a number, or the shape cannot have the pattern.</exception>
    public static void Check(Tensor scores, string? obstacle)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (obstacle is not null)
        {
            throw new ArgumentException(obstacle, nameof(scores));
        }

        using var scope = NewDisposeScope();
        if (!(scores >= 0).all().item<bool>())
        {
            throw new ArgumentException("A score is negative or not a number. Scores of weights are sizes: give their absolute values.", nameof(scores));
        }
    }
}
