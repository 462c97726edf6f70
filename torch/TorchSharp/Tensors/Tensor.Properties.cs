using System.Globalization;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>What a tensor is: shape, dtype, device, flags.</content>
    public unsafe partial class Tensor
    {
        /// <summary>The type of the elements.</summary>
        public ScalarType dtype => (ScalarType)Info.Dtype;

        /// <summary>Where the data lies.</summary>
        public Device device
        {
            get
            {
                var info = Info;
                return new Device((DeviceType)info.DeviceType, info.DeviceIndex);
            }
        }

        /// <summary>The kind of device the data lies on.</summary>
        public DeviceType device_type => (DeviceType)Info.DeviceType;

        /// <summary>The index of the device the data lies on; -1 on the CPU.</summary>
        public int device_index => Info.DeviceIndex;

        /// <summary>The sizes of all dimensions.</summary>
        public long[] shape
        {
            get
            {
                var sizes = new long[Info.Dimensions];
                fixed (long* pointer = sizes)
                {
                    NativeError.Check(NativeMethods.et_tensor_sizes(Handle, pointer));
                }

                GC.KeepAlive(this);
                return sizes;
            }
        }

        /// <summary>The number of dimensions.</summary>
        public long ndim => Info.Dimensions;

        /// <summary>The number of dimensions.</summary>
        public long Dimensions => Info.Dimensions;

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => Info.Numel;

        /// <summary>The size of one element, in bytes.</summary>
        public long ElementSize => dtype.ElementSize();

        /// <summary>Whether the data lies on a CUDA device.</summary>
        public bool is_cuda => device_type == DeviceType.CUDA;

        /// <summary>Whether the tensor has no data.</summary>
        public bool is_meta => device_type == DeviceType.META;

        /// <summary>Whether no operation made the tensor, or none that autograd followed.</summary>
        public bool is_leaf => Info.IsLeaf != 0;

        /// <summary>Whether gradients flow to the tensor.</summary>
        public bool requires_grad
        {
            get => Info.RequiresGrad != 0;
            set
            {
                NativeError.Check(NativeMethods.et_tensor_set_requires_grad(Handle, value ? 1 : 0));
                GC.KeepAlive(this);
            }
        }

        internal TensorInfo Info
        {
            get
            {
                TensorInfo info;
                NativeError.Check(NativeMethods.et_tensor_info_get(Handle, &info));
                GC.KeepAlive(this);
                return info;
            }
        }

        /// <summary>The number of dimensions.</summary>
        public long dim() => Info.Dimensions;

        /// <summary>The number of elements.</summary>
        public long numel() => Info.Numel;

        /// <summary>The size of one element, in bytes.</summary>
        public long element_size() => ElementSize;

        /// <summary>The sizes of all dimensions.</summary>
        public long[] size() => shape;

        /// <summary>The size of one dimension; negative ones count from the end.</summary>
        public long size(int dim) => At(shape, dim);

        /// <summary>The strides of all dimensions, in elements.</summary>
        public long[] stride()
        {
            var strides = new long[Info.Dimensions];
            fixed (long* pointer = strides)
            {
                NativeError.Check(NativeMethods.et_tensor_strides(Handle, pointer));
            }

            GC.KeepAlive(this);
            return strides;
        }

        /// <summary>The stride of one dimension, in elements; negative ones count from the end.</summary>
        public long stride(int dim) => At(stride(), dim);

        /// <summary>Where the tensor starts in its storage, in elements.</summary>
        public long storage_offset()
        {
            var offset = NativeMethods.et_tensor_storage_offset(Handle);
            GC.KeepAlive(this);
            return offset;
        }

        /// <summary>Whether the elements lie in memory in order and without gaps.</summary>
        public bool is_contiguous() => Info.IsContiguous != 0;

        /// <summary>Whether the data lies in main memory.</summary>
        public bool is_cpu() => device_type == DeviceType.CPU;

        /// <summary>Whether the elements are floating-point numbers.</summary>
        public bool is_floating_point() => torch.is_floating_point(dtype);

        /// <summary>Whether the elements are integers.</summary>
        public bool is_integral() => torch.is_integral(dtype);

        /// <summary>Whether the elements are complex numbers.</summary>
        public bool is_complex() => dtype is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

        /// <summary>Whether the one element is not zero.</summary>
        public bool is_nonzero() => ToScalar().ToBoolean();

        /// <summary>Shape, dtype and device; not the values: see <c>str()</c>.</summary>
        public override string ToString() => IsInvalid
            ? "(disposed)"
            : string.Create(CultureInfo.InvariantCulture, $"[{string.Join('x', shape)}], type = {dtype}, device = {device}");

        private long At(long[] values, int dim)
        {
            var index = dim < 0 ? dim + values.Length : dim;
            return (uint)index < (uint)values.Length
                ? values[index]
                : throw new ArgumentOutOfRangeException(nameof(dim), dim, $"The tensor has {values.Length} dimensions ({this}).");
        }
    }
}
