using Espalier.Graphs;

namespace Espalier.Symbolic;

/// <summary>Where a <see cref="Dim"/> comes from.</summary>
public abstract record DimSource
{
    private DimSource()
    {
    }

    /// <summary>A constant in the model's code: it cannot change.</summary>
    public sealed record Literal : DimSource
    {
        /// <summary>The only one.</summary>
        public static Literal Instance { get; } = new();
    }

    /// <summary>An integer field or property of a module that surgery may rewrite.</summary>
    /// <param name="Binding">The field.</param>
    public sealed record Field(SizeBinding Binding) : DimSource;

    /// <summary>The size of a dimension of a value: it is whatever that dimension becomes.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Dimension">Its dimension, from 0.</param>
    public sealed record SizeOf(Value Value, int Dimension) : DimSource;

    /// <summary>The result of whole-number arithmetic.</summary>
    /// <param name="Operation">One of + - * / %.</param>
    /// <param name="Left">The first operand.</param>
    /// <param name="Right">The second operand.</param>
    public sealed record Computed(char Operation, Dim Left, Dim Right) : DimSource;
}
