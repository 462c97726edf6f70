using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The dtype that an operation on these two gives.</summary>
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) =>
        (ScalarType)Aten.CallValue("aten::result_type.Tensor", tensor1, tensor2).Bits;

    /// <summary>The smallest dtype that both convert to.</summary>
    public static ScalarType promote_types(ScalarType type1, ScalarType type2) =>
        (ScalarType)Aten.CallValue("aten::promote_types", type1, type2).Bits;

    /// <summary>Whether results of one dtype may be written to a tensor of the other.</summary>
    public static bool can_cast(ScalarType from, ScalarType to) => Aten.CallValue("aten::can_cast", from, to).Bool;

    /// <summary>Whether the object is a tensor.</summary>
    public static bool is_tensor(object obj) => obj is Tensor;

    /// <summary>Whether the elements are floating-point numbers.</summary>
    public static bool is_floating_point(Tensor input) => input.is_floating_point();

    /// <summary>Whether the elements are integers.</summary>
    public static bool is_integral(Tensor t) => t.is_integral();

    /// <summary>Whether the elements are complex numbers.</summary>
    public static bool is_complex(Tensor input) => input.is_complex();

    /// <summary>Whether the type is a complex one.</summary>
    public static bool is_complex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    /// <summary>Whether the one element is not zero.</summary>
    public static bool is_nonzero(Tensor input) => input.is_nonzero();

    /// <summary>The number of elements.</summary>
    public static long numel(Tensor input) => input.numel();

    /// <summary>Makes this tensor's dtype the one of new floating-point tensors where none is given.</summary>
    public static void set_default_tensor_type(Tensor t) => set_default_dtype(t.dtype);

    /// <summary>The limits of a floating-point type.</summary>
    /// <exception cref="ArgumentException">The type is not a floating-point one.</exception>
    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.Float16 => new FInfo(16, 9.765625e-4, 65504, 6.103515625e-5),
        ScalarType.BFloat16 => new FInfo(16, 7.8125e-3, 3.3895313892515355e38, 1.1754943508222875e-38),
        ScalarType.Float32 => new FInfo(32, 1.1920928955078125e-7, float.MaxValue, 1.1754943508222875e-38),
        ScalarType.Float64 => new FInfo(64, 2.220446049250313e-16, double.MaxValue, 2.2250738585072014e-308),
        _ => throw new ArgumentException($"{dtype} is not a floating-point type.", nameof(dtype)),
    };
}
