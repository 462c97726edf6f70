using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>A pinned .NET array lent to libtorch; libtorch says when the last tensor over it is gone.</summary>
internal static unsafe class PinnedMemory
{
    /// <summary>Makes a tensor over the array's own memory.</summary>
    /// <returns>An owned tensor handle.</returns>
    public static IntPtr Lend(Array array, ReadOnlySpan<long> sizes, int dtype)
    {
        var pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        fixed (long* shape = sizes)
        {
            var data = Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
            var tensor = NativeMethods.et_tensor_from_memory(data, shape, sizes.Length, dtype, &Release, (void*)GCHandle.ToIntPtr(pin));
            if (tensor != IntPtr.Zero)
            {
                return tensor;
            }
        }

        pin.Free();
        throw NativeError.Last();
    }

    [UnmanagedCallersOnly]
    private static void Release(void* pin) => GCHandle.FromIntPtr((IntPtr)pin).Free();
}
