using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of no dimensions with the value.</summary>
    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        OfScalar(scalar, dtype ?? ScalarType.Bool, device, requires_grad);

    /// <inheritdoc cref="tensor(bool, ScalarType?, Device?, bool)"/>
    public static Tensor tensor(byte scalar, Device? device = null, bool requires_grad = false) =>
        OfScalar(scalar, ScalarType.Byte, device, requires_grad);

    /// <inheritdoc cref="tensor(bool, ScalarType?, Device?, bool)"/>
    public static Tensor tensor(sbyte scalar, Device? device = null, bool requires_grad = false) =>
        OfScalar(scalar, ScalarType.Int8, device, requires_grad);

    /// <inheritdoc cref="tensor(bool, ScalarType?, Device?, bool)"/>
    public static Tensor tensor(short scalar, Device? device = null, bool requires_grad = false) =>
        OfScalar(scalar, ScalarType.Int16, device, requires_grad);

    /// <inheritdoc cref="tensor(bool, ScalarType?, Device?, bool)"/>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        OfScalar(scalar, ScalarType.Int32, device, requires_grad);

    /// <inheritdoc cref="tensor(bool, ScalarType?, Device?, bool)"/>
    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        OfScalar(scalar, dtype ?? ScalarType.Int64, device, requires_grad);

    /// <inheritdoc cref="tensor(bool, ScalarType?, Device?, bool)"/>
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        OfScalar(scalar, ScalarType.Float32, device, requires_grad);

    /// <inheritdoc cref="tensor(bool, ScalarType?, Device?, bool)"/>
    public static Tensor tensor(double scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        OfScalar(scalar, dtype ?? ScalarType.Float64, device, requires_grad);

    private static Tensor OfScalar(Arg scalar, ScalarType dtype, Device? device, bool requires_grad) =>
        Finish(Aten.Call("aten::scalar_tensor", scalar, dtype, Arg.None, Usable(device)), requires_grad);
}
