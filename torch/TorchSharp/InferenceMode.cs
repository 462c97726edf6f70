using TorchSharp.Native;

namespace TorchSharp;

/// <summary>libtorch's inference mode, until it is disposed of: by the thread that made it, innermost first.</summary>
public sealed class InferenceMode : IDisposable
{
    [ThreadStatic]
    private static InferenceMode? innermost;

    private readonly InferenceMode? outer = innermost;
    private IntPtr guard;

    /// <summary>Enters inference mode, or leaves it for a while.</summary>
    public InferenceMode(bool mode)
    {
        guard = NativeError.Check(NativeMethods.et_inference_mode_enter(mode ? 1 : 0));
        innermost = this;
    }

    /// <summary>Whether this thread is in inference mode.</summary>
    public static bool IsEnabled => NativeMethods.et_inference_mode_enabled() != 0;

    /// <summary>Restores what held before.</summary>
    /// <exception cref="InvalidOperationException">Another thread made it, or an inner one is still open.</exception>
    public void Dispose()
    {
        if (guard == IntPtr.Zero)
        {
            return;
        }

        if (!ReferenceEquals(innermost, this))
        {
            throw new InvalidOperationException("Inference modes end on the thread that began them, the innermost first.");
        }

        NativeError.Check(NativeMethods.et_inference_mode_leave(guard));
        guard = IntPtr.Zero;
        innermost = outer;
    }
}
