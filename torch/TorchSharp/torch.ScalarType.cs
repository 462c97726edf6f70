namespace TorchSharp;

public static partial class torch
{
    /// <summary>8-bit unsigned integers.</summary>
    public const ScalarType uint8 = ScalarType.Byte;

    /// <summary>8-bit signed integers.</summary>
    public const ScalarType int8 = ScalarType.Int8;

    /// <summary>16-bit integers.</summary>
    public const ScalarType int16 = ScalarType.Int16;

    /// <summary>16-bit integers.</summary>
    public const ScalarType @short = ScalarType.Int16;

    /// <summary>32-bit integers.</summary>
    public const ScalarType int32 = ScalarType.Int32;

    /// <summary>32-bit integers.</summary>
    public const ScalarType @int = ScalarType.Int32;

    /// <summary>64-bit integers.</summary>
    public const ScalarType int64 = ScalarType.Int64;

    /// <summary>64-bit integers.</summary>
    public const ScalarType @long = ScalarType.Int64;

    /// <summary>Half-precision floating point.</summary>
    public const ScalarType float16 = ScalarType.Float16;

    /// <summary>Half-precision floating point.</summary>
    public const ScalarType half = ScalarType.Float16;

    /// <summary>Single-precision floating point.</summary>
    public const ScalarType float32 = ScalarType.Float32;

    /// <summary>Single-precision floating point.</summary>
    public const ScalarType @float = ScalarType.Float32;

    /// <summary>Double-precision floating point.</summary>
    public const ScalarType float64 = ScalarType.Float64;

    /// <summary>Double-precision floating point.</summary>
    public const ScalarType @double = ScalarType.Float64;

    /// <summary>Brain floating point: float32's range in 16 bits.</summary>
    public const ScalarType bfloat16 = ScalarType.BFloat16;

    /// <summary>Booleans.</summary>
    public const ScalarType @bool = ScalarType.Bool;

    /// <summary>The type of a tensor's elements; the numbers are libtorch's.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>8-bit unsigned integers.</summary>
        Byte = 0,

        /// <summary>8-bit signed integers.</summary>
        Int8 = 1,

        /// <summary>16-bit integers.</summary>
        Int16 = 2,

        /// <summary>32-bit integers.</summary>
        Int32 = 3,

        /// <summary>64-bit integers.</summary>
        Int64 = 4,

        /// <summary>Half-precision floating point.</summary>
        Float16 = 5,

        /// <summary>Single-precision floating point.</summary>
        Float32 = 6,

        /// <summary>Double-precision floating point.</summary>
        Float64 = 7,

        /// <summary>Complex numbers of two float32.</summary>
        ComplexFloat32 = 9,

        /// <summary>Complex numbers of two float64.</summary>
        ComplexFloat64 = 10,

        /// <summary>Booleans.</summary>
        Bool = 11,

        /// <summary>Brain floating point.</summary>
        BFloat16 = 15,
    }

    /// <summary>Whether the type is a floating-point one.</summary>
    public static bool is_floating_point(ScalarType type) =>
        type is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16;

    /// <summary>Whether the type is an integer one; booleans are not.</summary>
    public static bool is_integral(ScalarType type) =>
        type is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64;

    private static ScalarType defaultType = ScalarType.Float32;

    /// <summary>The dtype of new floating-point tensors where none is given.</summary>
    public static ScalarType get_default_dtype() => defaultType;

    /// <summary>Sets the dtype of new floating-point tensors where none is given.</summary>
    public static void set_default_dtype(ScalarType dtype) => defaultType = is_floating_point(dtype)
        ? dtype
        : throw new ArgumentException($"The default dtype must be a floating-point one, and {dtype} is not.");

    /// <summary>The dtype of .NET's type <typeparamref name="T"/>.</summary>
    /// <exception cref="ArgumentException">No tensor holds elements of that type.</exception>
    internal static ScalarType TypeOf<T>() => TypeOf(typeof(T));

    internal static ScalarType TypeOf(Type type) =>
        type == typeof(float) ? ScalarType.Float32
        : type == typeof(double) ? ScalarType.Float64
        : type == typeof(long) ? ScalarType.Int64
        : type == typeof(int) ? ScalarType.Int32
        : type == typeof(short) ? ScalarType.Int16
        : type == typeof(sbyte) ? ScalarType.Int8
        : type == typeof(byte) ? ScalarType.Byte
        : type == typeof(bool) ? ScalarType.Bool
        : type == typeof(Half) ? ScalarType.Float16
        : throw new ArgumentException($"No tensor holds elements of type {type.Name}.");
}
