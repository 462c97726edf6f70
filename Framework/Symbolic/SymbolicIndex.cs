namespace Espalier.Symbolic;

/// <summary>One entry between the brackets of an indexed tensor, in the place of TorchSharp's <c>TensorIndex</c>.</summary>
public readonly struct SymbolicIndex
{
    /// <summary>All positions.</summary>
    public static readonly SymbolicIndex Colon = Slice();

    /// <summary>All dimensions that no other entry speaks of.</summary>
    public static readonly SymbolicIndex Ellipsis = new() { Kind = EntryKind.Ellipsis };

    /// <summary>A new dimension of size one.</summary>
    public static readonly SymbolicIndex None = new() { Kind = EntryKind.NewDimension };

    /// <summary>A new dimension of size one.</summary>
    public static readonly SymbolicIndex Null = None;

    internal enum EntryKind
    {
        Slice,
        Single,
        Ellipsis,
        NewDimension,
        Tensor,
    }

    internal EntryKind Kind { get; private init; }

    internal Dim? Start { get; private init; }

    internal Dim? Stop { get; private init; }

    internal Dim? Step { get; private init; }

    internal SymbolicTensor? Positions { get; private init; }

    internal bool IsWhole => Kind == EntryKind.Slice && Start is null && Stop is null && Step is null;

    /// <summary>One position; the dimension goes away.</summary>
    public static implicit operator SymbolicIndex(int index) => Single(index);

    /// <summary>One position; the dimension goes away.</summary>
    public static implicit operator SymbolicIndex(long index) => Single(index);

    /// <summary>One position; the dimension goes away.</summary>
    public static implicit operator SymbolicIndex(Dim index) => Single(index);

    /// <summary>One position; the dimension goes away.</summary>
    public static implicit operator SymbolicIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

    /// <summary>The positions of a range.</summary>
    public static implicit operator SymbolicIndex(Range range) => Slice(range);

    /// <summary>The positions of a range.</summary>
    public static implicit operator SymbolicIndex((int? start, int? end) range) => Slice(range);

    /// <summary>The positions that a tensor of whole numbers holds.</summary>
    public static implicit operator SymbolicIndex(SymbolicTensor tensor) => Tensor(tensor);

    /// <summary>One position; the dimension goes away.</summary>
    public static SymbolicIndex Single(Dim index) => new() { Kind = EntryKind.Single, Start = index };

    /// <summary>Positions from start up to, without, stop; negative ones count from the end.</summary>
    public static SymbolicIndex Slice(Dim? start = null, Dim? stop = null, Dim? step = null) => new() { Start = start, Stop = stop, Step = step };

    /// <summary>The positions of a range.</summary>
    public static SymbolicIndex Slice(Range range) => Slice(
        range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value == 0 ? null : range.Start.Value,
        !range.End.IsFromEnd ? range.End.Value : range.End.Value == 0 ? null : -range.End.Value);

    /// <summary>The positions of a range.</summary>
    public static SymbolicIndex Slice((int? start, int? end) range) => Slice((Dim?)range.start, (Dim?)range.end);

    /// <summary>The positions that a tensor of whole numbers holds.</summary>
    public static SymbolicIndex Tensor(SymbolicTensor tensor) => new() { Kind = EntryKind.Tensor, Positions = tensor };
}
