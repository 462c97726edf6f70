namespace Espalier.Labels;

/// <summary>A dimension of a field over several. If the number of its positions is fixed, what is cut must be cut at all of them alike.</summary>
/// <param name="Field">The field.</param>
/// <param name="Dimension">The dimension.</param>
/// <param name="IsFixed">Whether the number is fixed for certain; else it is if the size that the model writes cannot follow.</param>
internal sealed record Grid(LabelField Field, int Dimension, bool IsFixed);
