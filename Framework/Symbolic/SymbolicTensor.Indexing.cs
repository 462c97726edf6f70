using Espalier.Graphs;
using Kind = Espalier.Symbolic.SymbolicIndex.EntryKind;

namespace Espalier.Symbolic;

/// <content>Elements by their positions.</content>
public sealed partial class SymbolicTensor
{
    /// <summary>Elements by one entry per dimension; see <see cref="SymbolicIndex"/>.</summary>
    public SymbolicTensor this[params SymbolicIndex[] indices] => index(indices);

    /// <summary>Elements by one entry per dimension: each records the operator that does the same.</summary>
    public SymbolicTensor index(params SymbolicIndex[] indices)
    {
        var spoken = indices.Count(i => i.Kind is Kind.Slice or Kind.Single or Kind.Tensor);
        var result = this;
        var dimension = 0;
        var tensors = new List<SymbolicTensor?>();
        foreach (var entry in indices)
        {
            switch (entry.Kind)
            {
                case Kind.Slice:
                    result = entry.IsWhole
                        ? result
                        : result.Record(
                            "aten::slice.Tensor", result, dimension, Dims.Optional(entry.Start), Dims.Optional(entry.Stop), entry.Step ?? 1);
                    dimension++;
                    break;
                case Kind.Single:
                    result = result.select(dimension, entry.Start!.Value);
                    break;
                case Kind.NewDimension:
                    result = result.unsqueeze(dimension++);
                    break;
                case Kind.Ellipsis:
                    dimension += Value.Rank - spoken;
                    break;
                default:
                    tensors.AddRange(Enumerable.Repeat<SymbolicTensor?>(null, dimension++ - tensors.Count));
                    tensors.Add(entry.Positions);
                    break;
            }
        }

        return tensors.Count == 0 ? result : result.Record("aten::index.Tensor", result, tensors.ToArray());
    }

    /// <summary>Positions of one dimension.</summary>
    public SymbolicTensor index_select(Dim dim, SymbolicTensor index) => Record("aten::index_select", this, dim, index);

    /// <summary>For each entry of the index, the element at that position of a dimension.</summary>
    public SymbolicTensor gather(Dim dim, SymbolicTensor index) => Record("aten::gather", this, dim, index);

    /// <summary>A copy with elements of another tensor at the positions given.</summary>
    public SymbolicTensor scatter(Dim dim, SymbolicTensor index, SymbolicTensor src) => Record("aten::scatter.src", this, dim, index, src);

    /// <summary>A copy with elements of another tensor added at the positions given.</summary>
    public SymbolicTensor scatter_add(Dim dim, SymbolicTensor index, SymbolicTensor src) => Record("aten::scatter_add", this, dim, index, src);

    /// <summary>A copy with slices of another tensor added at the positions given.</summary>
    public SymbolicTensor index_add(Dim dim, SymbolicTensor index, SymbolicTensor source, SymbolicScalar alpha) =>
        Record("aten::index_add", this, dim, index, source, alpha);

    /// <summary>One element as a number: a trace has none.</summary>
    /// <exception cref="TraceException">Always.</exception>
    public T item<T>() => throw new TraceException(
        $"'{Value.Name}' is asked for a number with item(). A trace has shapes and no numbers: keep it a tensor, or mark the method [Opaque].");
}
