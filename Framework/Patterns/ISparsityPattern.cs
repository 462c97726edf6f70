using Espalier.Plugins;
using static TorchSharp.torch;

namespace Espalier.Patterns;

/// <summary>Which masks are legal, and which legal mask keeps the most of a given score? Channels, N:M, blocks, 1xN, unstructured are such patterns.</summary>
/// <remarks>
/// Implementers: masks are boolean, true where a weight stays. Ties go to the lower index, so that masks do not depend on the machine. Work on
/// whole tensors on whatever device they are.
/// </remarks>
[PartContract("pattern")]
public interface ISparsityPattern
{
    /// <summary>The name in recipes: <c>2:4</c>, <c>block 4x4</c>.</summary>
    string Name { get; }

    /// <summary>The part that stays, from 0 to 1: of weights, or of what the pattern keeps or drops in one piece, before it is rounded down to whole ones.</summary>
    double Density { get; }

    /// <summary>Why a weight of this shape cannot have the pattern; null if it can.</summary>
    /// <param name="shape">Out x in, or out x in x kernel.</param>
    string? Obstacle(IReadOnlyList<long> shape);

    /// <summary>The legal mask that keeps the largest sum of scores.</summary>
    /// <param name="score">One score per weight, not negative.</param>
    /// <returns>A boolean tensor of the same shape; the caller owns it.</returns>
    /// <exception cref="ArgumentException">The shape cannot have the pattern.</exception>
    Tensor BestMask(Tensor score);

    /// <summary>Whether a mask follows the pattern: nothing stays that its pieces forbid, and no more stays than the density allows.</summary>
    bool IsLegal(Tensor mask);
}
