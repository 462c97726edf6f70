using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>One overload of one libtorch operator, looked up once per process and called through the dispatcher.</summary>
internal sealed unsafe class Operator
{
    /// <summary>Enough for the sizes, strides and short tensor lists of nearly every call.</summary>
    private const int StackScratch = 48;

    private static readonly ConcurrentDictionary<string, Operator> Known = new(StringComparer.Ordinal);

    private readonly IntPtr handle;

    private Operator(string fullName)
    {
        var dot = fullName.IndexOf('.');
        var (name, overload) = dot < 0 ? (fullName, "") : (fullName[..dot], fullName[(dot + 1)..]);
        handle = NativeError.Check(NativeMethods.et_operator_find(name, overload));
        Schema = NativeError.Text(NativeMethods.et_operator_schema(handle));
    }

    /// <summary>libtorch's declaration: <c>aten::add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -&gt; Tensor</c>.</summary>
    public string Schema { get; }

    /// <summary>The full names of all operators called so far.</summary>
    public static IEnumerable<string> CalledNames => Known.Keys;

    /// <param name="fullName">Name and overload: <c>aten::add.Tensor</c>, <c>aten::relu</c>.</param>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">libtorch has no such operator.</exception>
    public static Operator Find(string fullName) =>
        Known.TryGetValue(fullName, out var op) ? op : Known.GetOrAdd(fullName, static name => new Operator(name));

    /// <summary>Calls the operator. The results are valid until this thread's next call and own their tensors: take them at once.</summary>
    [SkipLocalsInit]
    public ReadOnlySpan<Value> Invoke(scoped ReadOnlySpan<Arg> arguments)
    {
        var needed = ScratchLength(arguments);
        var rented = needed > StackScratch ? ArrayPool<long>.Shared.Rent(needed) : null;
        try
        {
            Span<long> stack = stackalloc long[StackScratch];
            fixed (long* scratch = rented ?? stack)
            {
                return Invoke(arguments, scratch);
            }
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<long>.Shared.Return(rented);
            }
        }
    }

    private ReadOnlySpan<Value> Invoke(scoped ReadOnlySpan<Arg> arguments, long* scratch)
    {
        var values = stackalloc Value[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = Convert(arguments[i], ref scratch);
        }

        Value* results;
        var count = NativeMethods.et_operator_call(handle, values, arguments.Length, &results);

        // The native side works on borrowed tensors: none may be finalized while the call runs.
        foreach (ref readonly var argument in arguments)
        {
            GC.KeepAlive(argument.Reference);
        }

        return count < 0 ? throw NativeError.Last() : new ReadOnlySpan<Value>(results, count);
    }

    private static int ScratchLength(ReadOnlySpan<Arg> arguments)
    {
        var length = 0;
        foreach (ref readonly var argument in arguments)
        {
            length += argument.Reference switch
            {
                null or Tensor or Generator => 0,
                Array array => array.Length,
                string text => Encoding.UTF8.GetMaxByteCount(text.Length) / sizeof(long) + 1,
                _ => 0,
            };
        }

        return length;
    }

    /// <summary>Lists are copied into the scratch memory, which cannot move while the native side reads it.</summary>
    private static Value Convert(in Arg argument, ref long* scratch)
    {
        var start = scratch;
        switch (argument.Reference)
        {
            case long[] numbers:
                numbers.CopyTo(new Span<long>(scratch, numbers.Length));
                scratch += numbers.Length;
                return new Value(argument.Kind, numbers.Length, (long)start);
            case Tensor?[] tensors:
                foreach (var tensor in tensors)
                {
                    *scratch++ = tensor?.Handle ?? IntPtr.Zero;
                }

                return new Value(argument.Kind, tensors.Length, (long)start);
            case double[] numbers:
                foreach (var number in numbers)
                {
                    *scratch++ = BitConverter.DoubleToInt64Bits(number);
                }

                return new Value(argument.Kind, numbers.Length, (long)start);
            case bool[] flags:
                foreach (var flag in flags)
                {
                    *scratch++ = flag ? 1 : 0;
                }

                return new Value(argument.Kind, flags.Length, (long)start);
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text, new Span<byte>(scratch, Encoding.UTF8.GetMaxByteCount(text.Length)));
                scratch += bytes / sizeof(long) + 1;
                return new Value(argument.Kind, bytes, (long)start);
            default:
                return new Value(argument.Kind, 0, argument.Bits);
        }
    }
}
