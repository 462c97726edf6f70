using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>
/// One argument of an operator call. Anything that an operator takes converts to it implicitly, so a call reads like Python's:
/// <c>Aten.Call("aten::softmax.int", input, dim, dtype)</c>. A null becomes None.
/// </summary>
internal readonly struct Arg
{
    /// <summary>An argument left out: the schema's default holds.</summary>
    public static readonly Arg Default;

    /// <summary>None, for an optional argument.</summary>
    public static readonly Arg None = new(ValueKind.None, 0, null);

    /// <summary>The tensor, array, string or generator that <see cref="Bits"/> cannot hold, kept alive through the call.</summary>
    public readonly object? Reference;
    public readonly long Bits;
    public readonly ValueKind Kind;

    private Arg(ValueKind kind, long bits, object? reference)
    {
        Kind = kind;
        Bits = bits;
        Reference = reference;
    }

    private static Arg OfReference(ValueKind kind, object? reference) => reference is null ? None : new(kind, 0, reference);

    public static implicit operator Arg(Tensor? value) => value is null ? None : new(ValueKind.Tensor, value.Handle, value);

    /// <summary>A list of tensors; where the operator takes <c>Tensor?[]</c>, an entry may be null.</summary>
    public static implicit operator Arg(Tensor?[]? value) => OfReference(ValueKind.TensorList, value);

    public static implicit operator Arg(int value) => new(ValueKind.Int, value, null);

    public static implicit operator Arg(long value) => new(ValueKind.Int, value, null);

    public static implicit operator Arg(long? value) => value is { } number ? number : None;

    public static implicit operator Arg(double value) => new(ValueKind.Float, BitConverter.DoubleToInt64Bits(value), null);

    public static implicit operator Arg(double? value) => value is { } number ? number : None;

    public static implicit operator Arg(bool value) => new(ValueKind.Bool, value ? 1 : 0, null);

    public static implicit operator Arg(bool? value) => value is { } flag ? flag : None;

    public static implicit operator Arg(Scalar? value) => value is null ? None : new(value.Kind, value.Bits, null);

    public static implicit operator Arg(ScalarType value) => new(ValueKind.Int, (long)value, null);

    public static implicit operator Arg(ScalarType? value) => value is { } type ? type : None;

    public static implicit operator Arg(string? value) => OfReference(ValueKind.String, value);

    public static implicit operator Arg(long[]? value) => OfReference(ValueKind.IntList, value);

    public static implicit operator Arg(double[]? value) => OfReference(ValueKind.FloatList, value);

    public static implicit operator Arg(bool[]? value) => OfReference(ValueKind.BoolList, value);

    public static implicit operator Arg(Device? value) =>
        value is null ? None : new(ValueKind.Device, ((long)value.index << 32) | (uint)value.type, null);

    public static implicit operator Arg(Generator? value) => value is null ? None : new(ValueKind.Generator, value.Handle, value);
}
