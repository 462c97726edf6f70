using Espalier.Symbolic;
using static TorchSharp.torch;

namespace Espalier.Graphs;

/// <summary>One argument of a recorded operator, in the order of its ATen schema.</summary>
public abstract record Argument
{
    private Argument()
    {
    }

    /// <summary>A tensor.</summary>
    public static implicit operator Argument(SymbolicTensor? tensor) => tensor is null ? None.Instance : new Tensor(tensor.Value);

    /// <summary>A list of tensors.</summary>
    public static implicit operator Argument(SymbolicTensor?[] tensors) => new Tensors(Array.ConvertAll(tensors, t => t?.Value));

    /// <summary>A whole number or a size.</summary>
    public static implicit operator Argument(Dim size) => new Size(size);

    /// <summary>A whole number.</summary>
    public static implicit operator Argument(int number) => new Size(number);

    /// <summary>A whole number.</summary>
    public static implicit operator Argument(long number) => new Size(number);

    /// <summary>A whole number, or none.</summary>
    public static implicit operator Argument(long? number) => number is { } value ? new Size(value) : None.Instance;

    /// <summary>Sizes, or other whole numbers.</summary>
    public static implicit operator Argument(Dim[] sizes) => new Sizes(sizes);

    /// <summary>Sizes, or other whole numbers.</summary>
    public static implicit operator Argument(long[]? sizes) => sizes is null ? None.Instance : new Sizes(Array.ConvertAll(sizes, s => (Dim)s));

    /// <summary>A number.</summary>
    public static implicit operator Argument(double number) => new Number(number);

    /// <summary>A number, or none.</summary>
    public static implicit operator Argument(double? number) => number is { } value ? new Number(value) : None.Instance;

    /// <summary>A switch.</summary>
    public static implicit operator Argument(bool flag) => new Flag(flag);

    /// <summary>A word.</summary>
    public static implicit operator Argument(string text) => new Text(text);

    /// <summary>A dtype, or none.</summary>
    public static implicit operator Argument(ScalarType? type) => type is { } value ? new Type(value) : None.Instance;

    /// <summary>Nothing, for an optional argument.</summary>
    public sealed record None : Argument
    {
        /// <summary>The only one.</summary>
        public static None Instance { get; } = new();
    }

    /// <summary>A tensor.</summary>
    public sealed record Tensor(Value Value) : Argument;

    /// <summary>A list of tensors; an entry may be missing.</summary>
    public sealed record Tensors(IReadOnlyList<Value?> Values) : Argument;

    /// <summary>A whole number: a size, a dimension, a count.</summary>
    public sealed record Size(Dim Value) : Argument;

    /// <summary>A list of whole numbers.</summary>
    public sealed record Sizes(IReadOnlyList<Dim> Values) : Argument;

    /// <summary>A floating-point number.</summary>
    public sealed record Number(double Value) : Argument;

    /// <summary>A switch.</summary>
    public sealed record Flag(bool Value) : Argument;

    /// <summary>A word.</summary>
    public sealed record Text(string Value) : Argument;

    /// <summary>A dtype.</summary>
    public sealed record Type(ScalarType Value) : Argument;
}
