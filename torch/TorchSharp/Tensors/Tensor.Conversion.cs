using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>
    /// Other dtypes, devices and memory layouts. Where nothing changes, the result is a second handle of the same tensor, unless a copy
    /// is asked for.
    /// </content>
    public partial class Tensor
    {
        /// <summary>With another dtype.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            After(disposeAfter, Aten.Call("aten::to.dtype", this, type, non_blocking, copy));

        /// <summary>With another dtype.</summary>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        /// <summary>On another device, with another dtype.</summary>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            After(disposeAfter, Aten.Call("aten::to.device", this, InitializeDevice(device), type, non_blocking, copy));

        /// <summary>On another device.</summary>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(dtype, device, copy, disposeAfter, non_blocking);

        /// <summary>On another device.</summary>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        /// <summary>On another device.</summary>
        public Tensor to(
            DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        /// <summary>With the other's dtype, on its device.</summary>
        public Tensor to(Tensor other, bool non_blocking = false) => Aten.Call("aten::to.other", this, other, non_blocking);

        /// <summary>With another dtype.</summary>
        public Tensor type(ScalarType dtype) => to_type(dtype);

        /// <summary>What the function makes of the tensor, such as <see cref="FloatTensor"/>.</summary>
        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);

        /// <summary>With the other's dtype.</summary>
        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        /// <summary>In main memory.</summary>
        public Tensor cpu() => to(CPU);

        /// <summary>On a CUDA device; the current one where none is given.</summary>
        public Tensor cuda(Device? device = null, bool non_blocking = false) => device is null or { type: DeviceType.CUDA }
            ? to(device ?? new Device(DeviceType.CUDA), non_blocking: non_blocking)
            : throw new ArgumentException($"cuda() was asked to move a tensor to {device}.", nameof(device));

        /// <summary>As booleans: whether each element is not zero.</summary>
        public Tensor @bool() => to_type(ScalarType.Bool);

        /// <summary>As 8-bit unsigned integers.</summary>
        public Tensor @byte() => to_type(ScalarType.Byte);

        /// <summary>As 8-bit signed integers.</summary>
        public Tensor @char() => to_type(ScalarType.Int8);

        /// <summary>As 16-bit integers.</summary>
        public Tensor @short() => to_type(ScalarType.Int16);

        /// <summary>As 32-bit integers.</summary>
        public Tensor @int() => to_type(ScalarType.Int32);

        /// <summary>As 64-bit integers.</summary>
        public Tensor @long() => to_type(ScalarType.Int64);

        /// <summary>As half-precision numbers.</summary>
        public Tensor half() => to_type(ScalarType.Float16);

        /// <summary>As brain floating-point numbers.</summary>
        public Tensor bfloat16() => to_type(ScalarType.BFloat16);

        /// <summary>As single-precision numbers.</summary>
        public Tensor @float() => to_type(ScalarType.Float32);

        /// <summary>As double-precision numbers.</summary>
        public Tensor @double() => to_type(ScalarType.Float64);

        /// <summary>A copy, which gradients flow through.</summary>
        public Tensor clone() => Aten.Call("aten::clone", this);

        /// <summary>With the elements in order and without gaps in memory.</summary>
        public Tensor contiguous() => Aten.Call("aten::contiguous", this);

        /// <summary>In page-locked memory, from which copies to CUDA devices can run asynchronously.</summary>
        public Tensor pin_memory() => Aten.Call("aten::pin_memory", this);

        /// <summary>Whether the data lies in page-locked memory.</summary>
        public bool is_pinned() => Aten.CallValue("aten::is_pinned", this).Bool;

        private Tensor After(bool disposeAfter, Tensor result)
        {
            if (disposeAfter)
            {
                Dispose();
            }

            return result;
        }
    }

    /// <inheritdoc cref="Tensor.clone()"/>
    public static Tensor clone(Tensor input) => input.clone();

    /// <summary>As booleans: whether each element is not zero.</summary>
    public static Tensor BoolTensor(Tensor t) => t.@bool();

    /// <summary>As 8-bit unsigned integers.</summary>
    public static Tensor ByteTensor(Tensor t) => t.@byte();

    /// <summary>As 16-bit integers.</summary>
    public static Tensor ShortTensor(Tensor t) => t.@short();

    /// <summary>As 32-bit integers.</summary>
    public static Tensor IntTensor(Tensor t) => t.@int();

    /// <summary>As 64-bit integers.</summary>
    public static Tensor LongTensor(Tensor t) => t.@long();

    /// <summary>As single-precision numbers.</summary>
    public static Tensor FloatTensor(Tensor t) => t.@float();

    /// <summary>As double-precision numbers.</summary>
    public static Tensor DoubleTensor(Tensor t) => t.@double();
}
