using Espalier.Symbolic;
using static TorchSharp.torch;

namespace Espalier.Graphs;

/// <summary>One recorded operator: ATen's name, its arguments in the order of ATen's schema, and its results.</summary>
public sealed class Node
{
    internal Node(int index, string name, IReadOnlyList<Argument> arguments, IReadOnlyList<Value> outputs, string scope)
    {
        Index = index;
        Operator = name;
        Arguments = arguments;
        Outputs = outputs;
        Scope = scope;
        foreach (var output in outputs)
        {
            output.Producer = this;
        }
    }

    /// <summary>Its position in the graph, which is an order of execution.</summary>
    public int Index { get; }

    /// <summary>ATen's name: <c>aten::linear</c>, <c>aten::add.Tensor</c>.</summary>
    public string Operator { get; }

    /// <summary>The arguments; those left out at the end have the schema's defaults.</summary>
    public IReadOnlyList<Argument> Arguments { get; }

    /// <summary>The results.</summary>
    public IReadOnlyList<Value> Outputs { get; }

    /// <summary>The path of the module whose <c>forward</c> ran it; empty for the model itself.</summary>
    public string Scope { get; }

    /// <summary>The only result.</summary>
    public Value Output => Outputs[0];

    /// <summary>All tensors among the arguments, in order.</summary>
    public IEnumerable<Value> Inputs => Arguments.SelectMany(argument => argument switch
    {
        Argument.Tensor tensor => [tensor.Value],
        Argument.Tensors tensors => tensors.Values.OfType<Value>(),
        _ => [],
    });

    /// <summary>The tensor at a position.</summary>
    public Value Tensor(int position) => OptionalTensor(position) ?? throw Missing(position, "a tensor");

    /// <summary>The tensor at a position, or null.</summary>
    public Value? OptionalTensor(int position) => (At(position) as Argument.Tensor)?.Value;

    /// <summary>The tensors of the list at a position; missing entries are left out.</summary>
    public IReadOnlyList<Value> Tensors(int position) =>
        At(position) is Argument.Tensors tensors ? [.. tensors.Values.OfType<Value>()] : throw Missing(position, "tensors");

    /// <summary>The size at a position, with its source.</summary>
    public Dim Size(int position) => At(position) is Argument.Size size ? size.Value : throw Missing(position, "a whole number");

    /// <summary>The sizes at a position, with their sources; one number counts as a list of one.</summary>
    public IReadOnlyList<Dim> Sizes(int position) => At(position) switch
    {
        Argument.Sizes sizes => sizes.Values,
        Argument.Size size => [size.Value],
        _ => throw Missing(position, "whole numbers"),
    };

    /// <summary>The whole number at a position, or a default.</summary>
    public long Int(int position, long otherwise = 0) => At(position) is Argument.Size size ? size.Value : otherwise;

    /// <summary>The whole numbers at a position; one number is repeated to the length asked for.</summary>
    public long[] Ints(int position, int length = 1, long otherwise = 0) => At(position) switch
    {
        Argument.Sizes { Values: [var only] } when length > 1 => [.. Enumerable.Repeat(only.Value, length)],
        Argument.Sizes sizes => [.. sizes.Values.Select(s => s.Value)],
        Argument.Size size => [.. Enumerable.Repeat(size.Value.Value, length)],
        _ => [.. Enumerable.Repeat(otherwise, length)],
    };

    /// <summary>The number at a position, or a default.</summary>
    public double Number(int position, double otherwise = 0) => At(position) switch
    {
        Argument.Number number => number.Value,
        Argument.Size size => size.Value.Value,
        _ => otherwise,
    };

    /// <summary>The number at a position, or null.</summary>
    public double? OptionalNumber(int position) => At(position) is Argument.None ? null : Number(position);

    /// <summary>The switch at a position, or a default.</summary>
    public bool Flag(int position, bool otherwise = false) => At(position) is Argument.Flag flag ? flag.Value : otherwise;

    /// <summary>The word at a position, or a default.</summary>
    public string Text(int position, string otherwise = "") => At(position) is Argument.Text text ? text.Value : otherwise;

    /// <summary>The dtype at a position, or null.</summary>
    public ScalarType? Type(int position) => (At(position) as Argument.Type)?.Value;

    /// <summary>A dimension's number, counted from the start, for a tensor of this rank.</summary>
    public int Dimension(int position, int rank, int otherwise = 0)
    {
        var dimension = (int)Int(position, otherwise);
        return dimension < 0 ? dimension + rank : dimension;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{string.Join(", ", Outputs)} = {Operator}({string.Join(", ", Inputs.Select(v => $"%{v.Id}"))})";

    private Argument At(int position) => position < Arguments.Count ? Arguments[position] : Argument.None.Instance;

    private InvalidOperationException Missing(int position, string wanted) =>
        new($"Argument {position} of {Operator} in '{Scope}' is not {wanted}.");
}
