using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Seeds the default generators of all devices.</summary>
    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    /// <summary>The default generator of the CPU.</summary>
    public static partial class random
    {
        /// <summary>Seeds the default generators of all devices.</summary>
        public static Generator manual_seed(long seed)
        {
            NativeError.Check(NativeMethods.et_manual_seed(seed));
            return Generator.Default;
        }

        /// <summary>The seed of the CPU's default generator.</summary>
        public static long initial_seed() => Generator.Default.initial_seed();

        /// <summary>The state of the CPU's default generator, to be set again later.</summary>
        public static Tensor get_rng_state() => Generator.Default.get_state();

        /// <summary>Sets the state of the CPU's default generator.</summary>
        public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);
    }

    /// <summary>A source of random numbers.</summary>
    public class Generator : IDisposable
    {
        private IntPtr handle;

        /// <summary>A generator of its own, with its own seed.</summary>
        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            handle = NativeError.Check(NativeMethods.et_generator_new(unchecked((long)seed), (int)this.device.type, this.device.index));
        }

        private Generator(IntPtr handle, Device device)
        {
            this.handle = handle;
            this.device = device;
        }

        /// <summary>Frees the native handle.</summary>
        ~Generator() => Dispose(false);

        /// <summary>The CPU's default generator, which operators use where none is given.</summary>
        public static Generator Default { get; } = new(NativeError.Check(NativeMethods.et_generator_default((int)DeviceType.CPU, -1)), CPU);

        /// <summary>The native generator.</summary>
        public IntPtr Handle => handle != IntPtr.Zero ? handle : throw new ObjectDisposedException(nameof(Generator));

        /// <summary>Where it makes its numbers.</summary>
        public Device device { get; }

        /// <summary>Its state, to be set again later.</summary>
        public Tensor get_state() => new(NativeError.Check(NativeMethods.et_generator_get_state(Handle)));

        /// <summary>Sets its state.</summary>
        public void set_state(Tensor value)
        {
            NativeError.Check(NativeMethods.et_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(value);
        }

        /// <summary>Seeds it.</summary>
        public Generator manual_seed(long seed)
        {
            NativeError.Check(NativeMethods.et_generator_set_seed(Handle, seed));
            return this;
        }

        /// <summary>The seed it was given last.</summary>
        public long initial_seed() => NativeMethods.et_generator_initial_seed(Handle);

        /// <summary>Lets go of the native generator.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        private void Dispose(bool disposing)
        {
            _ = disposing;
            var released = Interlocked.Exchange(ref handle, IntPtr.Zero);
            if (released != IntPtr.Zero)
            {
                NativeMethods.et_generator_release(released);
            }
        }
    }
}
