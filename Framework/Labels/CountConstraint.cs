namespace Espalier.Labels;

/// <summary>Parts of a dimension of which each keeps the same number of coordinates: rows of a reshape, groups of a convolution, halves of a chunk.</summary>
/// <param name="Parts">The labels of each part.</param>
/// <param name="MayEmptyParts">Whether a whole part may go, the rest staying equal.</param>
/// <param name="Reason">Where it comes from, for a diagnostic.</param>
internal sealed record CountConstraint(int[][] Parts, bool MayEmptyParts, string Reason);
