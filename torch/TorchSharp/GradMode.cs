using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Sets whether this thread records gradients, until it is disposed of.</summary>
public sealed class AutoGradMode : IDisposable
{
    private readonly bool previous = IsEnabled;

    /// <summary>Switches recording on or off.</summary>
    public AutoGradMode(bool enabled) => NativeError.Check(NativeMethods.et_set_grad_enabled(enabled ? 1 : 0));

    /// <summary>Whether this thread records gradients.</summary>
    public static bool IsEnabled => NativeMethods.et_grad_enabled() != 0;

    /// <summary>Restores what was set before.</summary>
    public void Dispose() => NativeError.Check(NativeMethods.et_set_grad_enabled(previous ? 1 : 0));
}
