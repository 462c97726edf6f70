using System.Numerics;
using System.Runtime.InteropServices;
using TorchSharp.Native;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Values out of a tensor and into it.</content>
    public unsafe partial class Tensor
    {
        /// <summary>The memory of a contiguous tensor on the CPU. It is valid while the tensor is; a copy is made on assignment.</summary>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous, or not on the CPU.</exception>
        public Span<byte> bytes
        {
            get
            {
                var info = Info;
                if (info.IsContiguous == 0)
                {
                    throw new InvalidOperationException($"The bytes of {this} do not lie in order: call contiguous() first.");
                }

                return new Span<byte>(DataPointer(), checked((int)(info.Numel * ElementSize)));
            }

            set
            {
                var target = bytes;
                if (target.Length != value.Length)
                {
                    throw new ArgumentException($"{value.Length} bytes were given for {this}, which holds {target.Length}.");
                }

                value.CopyTo(target);
            }
        }

        /// <summary>Access to the elements as .NET values.</summary>
        /// <typeparam name="T">The .NET type of the elements: it must match <see cref="dtype"/>.</typeparam>
        /// <exception cref="ArgumentException">The tensor holds another type.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            if (TypeOf<T>() != dtype)
            {
                throw new ArgumentException($"The tensor holds {dtype}, which cannot be read as {typeof(T).Name}: convert it with to(...) first.");
            }

            return new TensorAccessor<T>(this);
        }

        /// <summary>The value of a tensor with one element.</summary>
        /// <exception cref="ExternalException">The tensor has more elements, or none.</exception>
        public Scalar ToScalar()
        {
            Value value;
            NativeError.Check(NativeMethods.et_tensor_item(Handle, &value));
            GC.KeepAlive(this);
            return Scalar.Of(value);
        }

        /// <summary>The value of a tensor with one element, which must be of the type <typeparamref name="T"/>.</summary>
        /// <exception cref="ArgumentException">The tensor holds another type, or not exactly one element.</exception>
        public T item<T>()
            where T : unmanaged
        {
            if (numel() != 1)
            {
                throw new ArgumentException($"item() needs a tensor with one element, and this one is {this}.");
            }

            using var source = is_cpu() ? null : cpu();
            using var one = (source ?? this).data<T>();
            return one.First();
        }

        internal void* DataPointer()
        {
            var pointer = NativeMethods.et_tensor_data(Handle);
            GC.KeepAlive(this);
            return pointer is null && numel() > 0 ? throw NativeError.Last() : pointer;
        }
    }
}
