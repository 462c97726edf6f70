using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>How many threads one operator may use.</summary>
    public static int get_num_threads() => NativeMethods.et_get_num_threads();

    /// <summary>Sets how many threads one operator may use.</summary>
    public static void set_num_threads(int num) => NativeError.Check(NativeMethods.et_set_num_threads(num));

    /// <summary>How many operators may run side by side.</summary>
    public static int get_num_interop_threads() => NativeMethods.et_get_num_interop_threads();

    /// <summary>Sets how many operators may run side by side; only before the first that does.</summary>
    public static void set_num_interop_threads(int num) => NativeError.Check(NativeMethods.et_set_num_interop_threads(num));
}
