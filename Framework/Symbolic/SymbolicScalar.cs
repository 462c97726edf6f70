using Espalier.Graphs;

namespace Espalier.Symbolic;

/// <summary>A number that an operator takes beside tensors, in the place of TorchSharp's <c>Scalar</c>.</summary>
public readonly struct SymbolicScalar
{
    private readonly Argument? argument;

    private SymbolicScalar(Argument argument) => this.argument = argument;

    internal Argument Argument => argument ?? 0;

    /// <summary>A whole number.</summary>
    public static implicit operator SymbolicScalar(int number) => new(number);

    /// <summary>A whole number.</summary>
    public static implicit operator SymbolicScalar(long number) => new(number);

    /// <summary>A size.</summary>
    public static implicit operator SymbolicScalar(Dim size) => new(size);

    /// <summary>A floating-point number.</summary>
    public static implicit operator SymbolicScalar(float number) => new((double)number);

    /// <summary>A floating-point number.</summary>
    public static implicit operator SymbolicScalar(double number) => new(number);

    /// <summary>False or true.</summary>
    public static implicit operator SymbolicScalar(bool flag) => new(flag);

    /// <summary>A number of TorchSharp's.</summary>
    public static implicit operator SymbolicScalar(TorchSharp.Scalar scalar) => scalar.Type switch
    {
        TorchSharp.torch.ScalarType.Bool => TorchSharp.ScalarExtensionMethods.ToBoolean(scalar),
        TorchSharp.torch.ScalarType.Float64 => TorchSharp.ScalarExtensionMethods.ToDouble(scalar),
        _ => TorchSharp.ScalarExtensionMethods.ToInt64(scalar),
    };

    /// <summary>The number as an argument.</summary>
    public static implicit operator Argument(SymbolicScalar scalar) => scalar.Argument;
}
