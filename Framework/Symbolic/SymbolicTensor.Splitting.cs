namespace Espalier.Symbolic;

/// <content>Parts of a tensor.</content>
public sealed partial class SymbolicTensor
{
    /// <summary>A number of parts along a dimension, the last maybe smaller.</summary>
    public SymbolicTensor[] chunk(Dim chunks, Dim dim = default) => Tracer.Record("aten::chunk", this, chunks, dim);

    /// <summary>Parts of one size along a dimension, the last maybe smaller.</summary>
    public SymbolicTensor[] split(Dim size, Dim dim = default) => Tracer.Record("aten::split.Tensor", this, size, dim);

    /// <summary>Parts of the sizes given along a dimension.</summary>
    public SymbolicTensor[] split(Dim[] sizes, Dim dim = default) => Tracer.Record("aten::split_with_sizes", this, sizes, dim);

    /// <summary>A number of parts along a dimension, the first maybe greater.</summary>
    public SymbolicTensor[] tensor_split(Dim size, Dim dim = default) => Tracer.Record("aten::tensor_split.sections", this, size, dim);

    /// <summary>Parts along a dimension, cut at the positions given.</summary>
    public SymbolicTensor[] tensor_split(Dim[] sizes, Dim dim = default) => Tracer.Record("aten::tensor_split.indices", this, sizes, dim);

    /// <summary>A number of parts along the second dimension, or the only one.</summary>
    public SymbolicTensor[] hsplit(Dim size) => tensor_split(size, Value.Rank < 2 ? 0 : 1);

    /// <summary>A number of parts along the first dimension.</summary>
    public SymbolicTensor[] vsplit(Dim size) => tensor_split(size, 0);

    /// <summary>A number of parts along the third dimension.</summary>
    public SymbolicTensor[] dsplit(Dim size) => tensor_split(size, 2);

    /// <summary>All positions of a dimension, which goes away.</summary>
    public SymbolicTensor[] unbind(Dim dimension = default) => Tracer.Record("aten::unbind.int", this, dimension);

    /// <summary>One position of a dimension, which goes away.</summary>
    public SymbolicTensor select(Dim dim, Dim index) => Record("aten::select.int", this, dim, index);

    /// <summary>A part of a dimension.</summary>
    public SymbolicTensor narrow(Dim dim, Dim start, Dim length) => Record("aten::narrow", this, dim, start, length);

    /// <summary>Every so many positions of a part of a dimension.</summary>
    public SymbolicTensor slice(Dim dim, Dim start, Dim finish, Dim step) => Record("aten::slice.Tensor", this, dim, start, finish, step);
}
