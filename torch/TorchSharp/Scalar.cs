using System.Numerics;
using TorchSharp.Native;

namespace TorchSharp;

/// <summary>A number, integer, floating-point or boolean, as an operator takes it. Plain numbers convert to it implicitly.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(ValueKind kind, long bits, torch.ScalarType type)
    {
        Kind = kind;
        Bits = bits;
        Type = type;
    }

    /// <summary>The kind of number, as libtorch has it: Bool, Int64 or Float64 (Float32, Float16 where it was made from one).</summary>
    public torch.ScalarType Type { get; }

    internal ValueKind Kind { get; }

    internal long Bits { get; }

    /// <summary>From a byte.</summary>
    public static implicit operator Scalar(byte value) => OfInteger(value);

    /// <summary>From a signed byte.</summary>
    public static implicit operator Scalar(sbyte value) => OfInteger(value);

    /// <summary>From a 16-bit integer.</summary>
    public static implicit operator Scalar(short value) => OfInteger(value);

    /// <summary>From a 32-bit integer.</summary>
    public static implicit operator Scalar(int value) => OfInteger(value);

    /// <summary>From a 64-bit integer.</summary>
    public static implicit operator Scalar(long value) => OfInteger(value);

    /// <summary>From a half-precision number.</summary>
    public static implicit operator Scalar(Half value) => OfFloat((double)value);

    /// <summary>From a single-precision number.</summary>
    public static implicit operator Scalar(float value) => OfFloat(value);

    /// <summary>From a double-precision number.</summary>
    public static implicit operator Scalar(double value) => OfFloat(value);

    /// <summary>From a boolean.</summary>
    public static implicit operator Scalar(bool value) => new(ValueKind.Bool, value ? 1 : 0, torch.ScalarType.Bool);

    /// <summary>Does nothing: a scalar holds no native memory. It is here because TorchSharp's has it.</summary>
    public void Dispose()
    {
    }

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        ValueKind.Bool => Bits != 0 ? "true" : "false",
        ValueKind.Float => ToFloat().ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => Bits.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    internal static Scalar Of(in Value value) => value.Kind switch
    {
        ValueKind.Bool => value.Bool,
        ValueKind.Float => value.Float,
        _ => value.Bits,
    };

    internal double ToFloat() => Kind == ValueKind.Float ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    /// <summary>Any of the plain number types, by its static type and without boxing or rounding.</summary>
    internal T To<T>() where T : INumberBase<T> => Kind == ValueKind.Float ? T.CreateTruncating(ToFloat()) : T.CreateTruncating(Bits);

    private static Scalar OfInteger(long value) => new(ValueKind.Int, value, torch.ScalarType.Int64);

    private static Scalar OfFloat(double value) => new(ValueKind.Float, BitConverter.DoubleToInt64Bits(value), torch.ScalarType.Float64);
}
