namespace TorchSharp;

/// <summary>Numbers to scalars and back.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>As a scalar.</summary>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>As a scalar.</summary>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>As a scalar.</summary>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>As a scalar.</summary>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>As a scalar.</summary>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>The value as a half.</summary>
    public static Half ToHalf(this Scalar value) => value.To<Half>();

    /// <summary>The value as a float.</summary>
    public static float ToSingle(this Scalar value) => value.To<float>();

    /// <summary>The value as a double.</summary>
    public static double ToDouble(this Scalar value) => value.To<double>();

    /// <summary>The value as a signed byte.</summary>
    public static sbyte ToSByte(this Scalar value) => value.To<sbyte>();

    /// <summary>The value as a byte.</summary>
    public static byte ToByte(this Scalar value) => value.To<byte>();

    /// <summary>The value as a 16-bit integer.</summary>
    public static short ToInt16(this Scalar value) => value.To<short>();

    /// <summary>The value as a 32-bit integer.</summary>
    public static int ToInt32(this Scalar value) => value.To<int>();

    /// <summary>The value as a 64-bit integer.</summary>
    public static long ToInt64(this Scalar value) => value.To<long>();

    /// <summary>Whether the value is not zero.</summary>
    public static bool ToBoolean(this Scalar value) => value.ToFloat() != 0;
}
