using System.Diagnostics.CodeAnalysis;

namespace Espalier.Symbolic;

/// <content>The same elements under other shapes.</content>
[SuppressMessage("Naming", "CA1708", Justification = "T and t() are TorchSharp's names.")]
public sealed partial class SymbolicTensor
{
    /// <summary>The transpose of a matrix; of others, all dimensions in reverse.</summary>
    public SymbolicTensor T => permute(Dims.Of([.. Enumerable.Range(0, Value.Rank).Reverse()]));

    /// <summary>Transposes of the matrices in the last two dimensions.</summary>
    public SymbolicTensor mT => transpose(-2, -1);

    /// <summary>The number of elements.</summary>
    public Dim NumberOfElements => shape.Aggregate((Dim)1, (total, size) => total * size);

    /// <summary>The number of dimensions.</summary>
    public long Dimensions => Value.Rank;

    /// <summary>The number of elements.</summary>
    public Dim numel() => NumberOfElements;

    /// <summary>Other sizes; one may be -1.</summary>
    public SymbolicTensor reshape(params Dim[] shape) => Record("aten::reshape", this, shape);

    /// <summary>Other sizes; one may be -1.</summary>
    public SymbolicTensor view(params Dim[] shape) => Record("aten::view", this, shape);

    /// <summary>The sizes of another tensor.</summary>
    public SymbolicTensor view_as(SymbolicTensor other) => view(other.shape);

    /// <summary>One dimension in the place of several.</summary>
    public SymbolicTensor flatten(Dim start_dim = default, Dim? end_dim = null) =>
        Record("aten::flatten.using_ints", this, start_dim, end_dim ?? -1);

    /// <summary>One dimension.</summary>
    public SymbolicTensor ravel() => flatten();

    /// <summary>Several dimensions in the place of one.</summary>
    public SymbolicTensor unflatten(Dim dim, params Dim[] sizes) => Record("aten::unflatten.int", this, dim, sizes);

    /// <summary>Dimensions in another order.</summary>
    public SymbolicTensor permute(params Dim[] permutation) => Record("aten::permute", this, permutation);

    /// <summary>Swaps two dimensions.</summary>
    public SymbolicTensor transpose(Dim dim0, Dim dim1) => Record("aten::transpose.int", this, dim0, dim1);

    /// <summary>Swaps two dimensions.</summary>
    public SymbolicTensor swapaxes(Dim dim0, Dim dim1) => transpose(dim0, dim1);

    /// <summary>Swaps two dimensions.</summary>
    public SymbolicTensor swapdims(Dim dim0, Dim dim1) => transpose(dim0, dim1);

    /// <summary>The transpose of a matrix.</summary>
    public SymbolicTensor t() => Record("aten::t", this);

    /// <summary>Moves dimensions to other places; the rest keep their order.</summary>
    public SymbolicTensor movedim(Dim[] source, Dim[] destination)
    {
        var rank = Value.Rank;
        var from = Array.ConvertAll(source, s => (int)(s < 0 ? s.Value + rank : s.Value));
        var to = Array.ConvertAll(destination, d => (int)(d < 0 ? d.Value + rank : d.Value));
        var rest = new Queue<int>(Enumerable.Range(0, rank).Except(from));
        return permute(Dims.Of([.. Enumerable.Range(0, rank).Select(i => Array.IndexOf(to, i) is >= 0 and var k ? from[k] : rest.Dequeue())]));
    }

    /// <summary>Moves dimensions to other places; the rest keep their order.</summary>
    public SymbolicTensor moveaxis(Dim[] source, Dim[] destination) => movedim(source, destination);

    /// <summary>Drops a dimension of size one, or all of them.</summary>
    public SymbolicTensor squeeze(Dim? dim = null) => dim is { } one ? Record("aten::squeeze.dim", this, one) : Record("aten::squeeze", this);

    /// <summary>Puts a dimension of size one in.</summary>
    public SymbolicTensor unsqueeze(Dim dim) => Record("aten::unsqueeze", this, dim);

    /// <summary>Repeats dimensions of size one; -1 keeps a size.</summary>
    public SymbolicTensor expand(params Dim[] sizes) => Record("aten::expand", this, sizes);

    /// <summary>Repeats dimensions of size one, up to another tensor's shape.</summary>
    public SymbolicTensor expand_as(SymbolicTensor other) => Record("aten::expand_as", this, other);

    /// <summary>Repeats dimensions of size one.</summary>
    public SymbolicTensor broadcast_to(params Dim[] shape) => Record("aten::broadcast_to", this, shape);

    /// <summary>Repeats the tensor along all dimensions.</summary>
    public SymbolicTensor repeat(params Dim[] sizes) => Record("aten::repeat", this, sizes);

    /// <summary>Repeats the tensor along the last dimensions.</summary>
    public SymbolicTensor tile(Dim[] reps) =>
        Record("aten::repeat", this, (Dim[])[.. Enumerable.Repeat((Dim)1, Math.Max(0, Value.Rank - reps.Length)), .. reps]);

    /// <summary>Repeats each element along a dimension; without one, of all elements in a row.</summary>
    public SymbolicTensor repeat_interleave(Dim repeats, Dim? dim = null, long? output_size = null) => dim is { } given
        ? Record("aten::repeat_interleave.self_int", this, repeats, given)
        : flatten().repeat_interleave(repeats, 0);

    /// <summary>Deals the channels (dimension 1) out: the first of each group, the second of each, ...</summary>
    public SymbolicTensor channel_shuffle(Dim groups)
    {
        // As reshape and transpose, so that labels follow the channels.
        Dim[] channels = [groups, size(1) / groups];
        return unflatten(1, channels).transpose(1, 2).flatten(1, 2);
    }

    /// <summary>Sliding windows over a dimension, in a new last one.</summary>
    public SymbolicTensor unfold(Dim dimension, Dim size, Dim step) => Record("aten::unfold", this, dimension, size, step);

    /// <summary>Diagonals over two dimensions, in a new last one.</summary>
    public SymbolicTensor diagonal(Dim offset = default, Dim dim1 = default, Dim? dim2 = null) =>
        Record("aten::diagonal", this, offset, dim1, dim2 ?? 1);
}
