using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>One argument or result as it crosses the C ABI (<c>et_value</c>).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct Value(ValueKind kind, int count, long bits)
{
    public readonly ValueKind Kind = kind;
    public readonly int Count = count;
    public readonly long Bits = bits;

    public double Float => BitConverter.Int64BitsToDouble(Bits);

    public bool Bool => Bits != 0;
}
