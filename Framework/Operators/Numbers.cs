using Espalier.Graphs;
using TorchSharp;

namespace Espalier.Operators;

/// <summary>Numbers among arguments as TorchSharp's scalars.</summary>
internal static class Numbers
{
    /// <summary>The number at a position.</summary>
    public static Scalar Scalar(this Node node, int position) => node.Arguments[position] switch
    {
        Argument.Flag flag => flag.Value,
        Argument.Size size => size.Value.Value,
        Argument.Number number => number.Value,
        var other => throw new InvalidOperationException($"Argument {position} of {node.Operator} is {other}, not a number."),
    };

    /// <summary>The number at a position, or a default where it is left out.</summary>
    public static Scalar Scalar(this Node node, int position, double otherwise) =>
        position < node.Arguments.Count && node.Arguments[position] is not Argument.None ? node.Scalar(position) : otherwise;

    /// <summary>The number at a position, or null.</summary>
    public static Scalar? OptionalScalar(this Node node, int position) =>
        position < node.Arguments.Count && node.Arguments[position] is not Argument.None ? node.Scalar(position) : null;
}
