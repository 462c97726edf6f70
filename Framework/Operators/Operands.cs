using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Operators;

/// <summary>The tensors that an operator runs on, by the positions of its arguments.</summary>
internal readonly struct Operands(Node node, IReadOnlyList<Tensor> inputs)
{
    /// <summary>The tensor at a position.</summary>
    public Tensor this[int position] => Optional(position) ?? throw new InvalidOperationException($"{node.Operator} has no tensor at {position}.");

    /// <summary>The tensor at a position, or null.</summary>
    public Tensor? Optional(int position) =>
        position < node.Arguments.Count && node.Arguments[position] is Argument.Tensor ? inputs[Offset(position)] : null;

    /// <summary>The list of tensors at a position; missing entries are null.</summary>
    public Tensor?[] List(int position)
    {
        var next = Offset(position);
        var result = new List<Tensor?>();
        foreach (var value in ((Argument.Tensors)node.Arguments[position]).Values)
        {
            result.Add(value is null ? null : inputs[next++]);
        }

        return [.. result];
    }

    private int Offset(int position) => node.Arguments.Take(position).Sum(argument => argument switch
    {
        Argument.Tensor => 1,
        Argument.Tensors list => list.Values.Count(value => value is not null),
        _ => 0,
    });
}
