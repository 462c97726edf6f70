using Espalier.Graphs;

namespace Espalier.Planning;

/// <summary>An operator as it would be recorded at other widths: for what its definition computes from shapes.</summary>
internal static class ResizedNode
{
    /// <summary>The same operator between tensors of other shapes. It belongs to no graph.</summary>
    public static Node Of(Node node, Func<Value, long[]> shape)
    {
        Value Resized(Value value) => new(value.Id, value.Kind, value.Name, shape(value), value.DType, value.Constant);
        return new Node(
            node.Index, node.Operator,
            [
                .. node.Arguments.Select(argument => argument switch
                {
                    Argument.Tensor tensor => new Argument.Tensor(Resized(tensor.Value)),
                    Argument.Tensors tensors => new Argument.Tensors([.. tensors.Values.Select(value => value is null ? null : Resized(value))]),
                    _ => argument,
                })
            ],
            [.. node.Outputs.Select(Resized)], node.Scope);
    }
}
