namespace Espalier.Structures;

/// <summary>Which units of structure groups the coordinates of a tensor in a graph are.</summary>
/// <param name="Dimensions">The tensor's dimensions that the coordinates run over, ascending; the others have no units.</param>
/// <param name="Sizes">Their sizes.</param>
/// <param name="Units">One entry per coordinate of these dimensions together, in row-major order; null where a coordinate cannot be cut.</param>
/// <remarks>
/// Example: queries <c>[batch, heads, tokens, width]</c> have units over the dimensions 1 and 3, entry <c>head * width + i</c> is neuron <c>i</c> of that head.
/// </remarks>
public sealed record ValueUnits(
    IReadOnlyList<int> Dimensions, IReadOnlyList<int> Sizes, IReadOnlyList<(IStructureGroup Group, int Unit)?> Units);
