using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A .NET handle of a libtorch tensor. Each handle is one reference: disposing of it lets go of that reference only, and an alias
    /// (<see cref="alias"/>, a view) stays valid. A handle created inside a <see cref="DisposeScope"/> is disposed with the scope; one that is
    /// forgotten is freed by its finalizer.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private IntPtr handle;
        private readonly int kib;

        /// <summary>Takes ownership of a native handle.</summary>
        /// <param name="handle">An owned reference.</param>
        /// <param name="kib">The storage on a device other than the CPU, in KiB, that this tensor alone keeps alive.</param>
        internal Tensor(IntPtr handle, int kib = 0)
        {
            this.handle = handle;
            this.kib = kib;
            TensorMemory.Add(kib);
            OwningDisposeScope = DisposeScopeManager.OfThread.Register(this);
        }

        /// <summary>Takes over another tensor's handle, its bookkeeping and its place in its scope; the other one is then empty.</summary>
        private protected Tensor(Tensor source)
        {
            handle = source.Handle;
            kib = source.kib;
            OwningDisposeScope = source.OwningDisposeScope;
            OwningDisposeScope?.Replace(source, this);
            source.handle = IntPtr.Zero;
            source.OwningDisposeScope = null;
            GC.SuppressFinalize(source);
        }

        /// <summary>Frees the native tensor if nobody disposed of this one.</summary>
        ~Tensor() => Release();

        /// <summary>Handles neither disposed nor finalized yet, in the whole process.</summary>
        public static long TotalCount => TensorMemory.LiveCount;

        /// <summary>The native tensor.</summary>
        /// <exception cref="ObjectDisposedException">The tensor was disposed, or moved into a parameter.</exception>
        public IntPtr Handle => handle != IntPtr.Zero ? handle : throw Disposed();

        /// <summary>Whether the tensor was disposed.</summary>
        public bool IsInvalid => handle == IntPtr.Zero;

        /// <summary>A name for people; nothing depends on it.</summary>
        public string? name { get; set; }

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>Lets go of the native tensor.</summary>
        public void Dispose()
        {
            OwningDisposeScope?.MarkAsDisposed(this);
            DisposeHandle();
        }

        /// <summary>Moves the tensor to the scope around its own; without one it belongs to nobody.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes the tensor out of all scopes: the caller disposes of it.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        /// <summary>A second handle of the same tensor.</summary>
        public Tensor alias()
        {
            var second = new Tensor(NativeError.Check(NativeMethods.et_tensor_alias(Handle)));
            GC.KeepAlive(this);
            return second;
        }

        /// <summary>Same handle, dtype, shape and place; not the values: for them there are <c>eq</c> and <c>equal</c>.</summary>
        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        /// <inheritdoc/>
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        internal void DisposeHandle()
        {
            Release();
            GC.SuppressFinalize(this);
        }

        private void Release()
        {
            // Two threads may race here, one of them the finalizer's: only one gets the handle.
            var released = Interlocked.Exchange(ref handle, IntPtr.Zero);
            if (released == IntPtr.Zero)
            {
                return;
            }

            OwningDisposeScope = null;
            NativeMethods.et_tensor_release(released);
            TensorMemory.Remove(kib);
        }

        private ObjectDisposedException Disposed() => new(
            GetType().Name,
            (name is null ? "The tensor" : $"The tensor '{name}'") +
            " was disposed: explicitly, with the DisposeScope it was created in (keep it with MoveToOuterDisposeScope), or by moving it into a Parameter.");
    }
}
