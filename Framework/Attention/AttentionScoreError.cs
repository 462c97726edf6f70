namespace Espalier.Attention;

/// <summary>How far the attention scores Q K^T of one layer are from those of the dense model, head by head.</summary>
/// <param name="Layer">The path of the module that attends, with a number where it attends more than once.</param>
/// <param name="Heads">
/// For each head of the dense model ||A - A'|| / ||A||, the Frobenius norms over all images together: 0 where its scores are as they were. 1 for a head that is gone.
/// </param>
public sealed record AttentionScoreError(string Layer, IReadOnlyList<double> Heads);
