using Espalier.Graphs;
using Espalier.Symbolic;

namespace Espalier.Labels;

/// <summary>
/// A size that the model writes (in a view, a split, an expand; a layer norm's shape, a convolution's groups) and that must come out as the width of a dimension.
/// </summary>
/// <param name="Value">The value whose dimension it is.</param>
/// <param name="Dimension">The dimension.</param>
/// <param name="Size">The size as written.</param>
/// <param name="Divisor">A dimension by whose width it is divided: groups are the input's channels over the weight's. Null: by none.</param>
internal sealed record SizeUse(Value Value, int Dimension, Dim Size, (Value Value, int Dimension)? Divisor = null);
