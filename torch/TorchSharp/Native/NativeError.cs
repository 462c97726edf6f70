using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Turns the native side's failure values into exceptions.</summary>
internal static unsafe class NativeError
{
    /// <summary>Throws this thread's last native error as the exception that TorchSharp throws for it.</summary>
    public static Exception Last() => new ExternalException(Text(NativeMethods.et_last_error()));

    public static int Check(int result) => result < 0 ? throw Last() : result;

    public static IntPtr Check(IntPtr handle) => handle == IntPtr.Zero ? throw Last() : handle;

    public static string Text(byte* utf8) => Marshal.PtrToStringUTF8((IntPtr)utf8) ?? "";
}
