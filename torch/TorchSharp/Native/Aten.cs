using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>
/// Calls any ATen operator by its full name, with autograd: <c>Aten.Call("aten::add.Tensor", a, b)</c>. Arguments stand in the schema's
/// order; those left out at the end take the schema's defaults, as does <see cref="Arg.Default"/> in the middle.
/// </summary>
internal static class Aten
{
    /// <summary>An operator with one tensor as its result.</summary>
    public static Tensor Call(string name, params ReadOnlySpan<Arg> arguments) =>
        Take(Operator.Find(name).Invoke(arguments)[0]) ?? throw new InvalidOperationException($"{name} returned no tensor");

    /// <summary>An operator with one tensor or none as its result.</summary>
    public static Tensor? CallOptional(string name, params ReadOnlySpan<Arg> arguments) => Take(Operator.Find(name).Invoke(arguments)[0]);

    /// <summary>An in-place operator on the first argument, which is also what comes back, so that calls can be chained.</summary>
    public static Tensor CallInPlace(string name, params ReadOnlySpan<Arg> arguments)
    {
        Release(Operator.Find(name).Invoke(arguments));
        return (Tensor)arguments[0].Reference!;
    }

    /// <summary>An operator whose results do not matter.</summary>
    public static void CallVoid(string name, params ReadOnlySpan<Arg> arguments) => Release(Operator.Find(name).Invoke(arguments));

    /// <summary>An operator with two tensors as its result.</summary>
    public static (Tensor First, Tensor Second) Call2(string name, params ReadOnlySpan<Arg> arguments)
    {
        var results = Operator.Find(name).Invoke(arguments);
        return (Take(results[0])!, Take(results[1])!);
    }

    /// <summary>An operator with three tensors as its result.</summary>
    public static (Tensor First, Tensor Second, Tensor Third) Call3(string name, params ReadOnlySpan<Arg> arguments)
    {
        var results = Operator.Find(name).Invoke(arguments);
        return (Take(results[0])!, Take(results[1])!, Take(results[2])!);
    }

    /// <summary>An operator with four tensors as its result.</summary>
    public static (Tensor First, Tensor Second, Tensor Third, Tensor Fourth) Call4(string name, params ReadOnlySpan<Arg> arguments)
    {
        var results = Operator.Find(name).Invoke(arguments);
        return (Take(results[0])!, Take(results[1])!, Take(results[2])!, Take(results[3])!);
    }

    /// <summary>An operator with a list of tensors as its result.</summary>
    public static Tensor[] CallList(string name, params ReadOnlySpan<Arg> arguments)
    {
        var results = Operator.Find(name).Invoke(arguments);
        var tensors = new Tensor[results[0].Count];
        for (var i = 0; i < tensors.Length; i++)
        {
            tensors[i] = Take(results[i + 1])!;
        }

        return tensors;
    }

    /// <summary>An operator with a number or a boolean as its result.</summary>
    public static Value CallValue(string name, params ReadOnlySpan<Arg> arguments) => Operator.Find(name).Invoke(arguments)[0];

    private static Tensor? Take(in Value value) => value.Kind == ValueKind.Tensor ? new Tensor((IntPtr)value.Bits, value.Count) : null;

    private static void Release(ReadOnlySpan<Value> results)
    {
        foreach (ref readonly var result in results)
        {
            if (result.Kind == ValueKind.Tensor)
            {
                NativeMethods.et_tensor_release((IntPtr)result.Bits);
            }
        }
    }
}
