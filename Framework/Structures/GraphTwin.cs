using Espalier.Graphs;
using Espalier.Symbolic;

namespace Espalier.Structures;

/// <summary>
/// Whether two graphs of one model differ only in switches that labels do not see: a training graph often is the evaluation graph with batch statistics
/// and dropout switched on, and then says nothing new about what hangs together.
/// </summary>
internal static class GraphTwin
{
    /// <summary>Operators whose switch changes values only, never which coordinates meet.</summary>
    private static readonly HashSet<string> Switched = new(StringComparer.Ordinal)
    {
        "aten::batch_norm", "aten::instance_norm", "aten::dropout", "aten::feature_dropout", "aten::alpha_dropout", "aten::feature_alpha_dropout",
    };

    public static bool Same(Graph a, Graph b) =>
        a.Nodes.Count == b.Nodes.Count
        && a.Outputs.Count == b.Outputs.Count
        && a.Outputs.Zip(b.Outputs).All(pair => Same(pair.First, pair.Second))
        && a.Nodes.Zip(b.Nodes).All(pair => Same(pair.First, pair.Second));

    private static bool Same(Node a, Node b)
    {
        if (a.Operator != b.Operator || a.Arguments.Count != b.Arguments.Count || a.Outputs.Count != b.Outputs.Count)
        {
            return false;
        }

        for (var i = 0; i < a.Arguments.Count; i++)
        {
            if (!Same(a.Arguments[i], b.Arguments[i], Switched.Contains(a.Operator)))
            {
                return false;
            }
        }

        for (var i = 0; i < a.Outputs.Count; i++)
        {
            if (!Same(a.Outputs[i], b.Outputs[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Same(Argument a, Argument b, bool isSwitched) => (a, b) switch
    {
        (Argument.Tensor x, Argument.Tensor y) => Same(x.Value, y.Value),
        (Argument.Tensors x, Argument.Tensors y) => x.Values.Count == y.Values.Count && x.Values.Zip(y.Values).All(pair => Same(pair.First, pair.Second)),
        (Argument.Size x, Argument.Size y) => Same(x.Value, y.Value),
        (Argument.Sizes x, Argument.Sizes y) => x.Values.Count == y.Values.Count && x.Values.Zip(y.Values).All(pair => Same(pair.First, pair.Second)),
        (Argument.Flag x, Argument.Flag y) => isSwitched || x == y,
        _ => a.Equals(b),
    };

    private static bool Same(Value? a, Value? b) =>
        a is null || b is null ? a is null && b is null
        : a.Kind == b.Kind && a.Id == b.Id && (a.Kind is ValueKind.Result || a.Name == b.Name) && a.Shape.SequenceEqual(b.Shape);

    private static bool Same(Dim a, Dim b) => a.Value == b.Value && Same(a.Source, b.Source);

    private static bool Same(DimSource? a, DimSource? b) => (a, b) switch
    {
        (DimSource.SizeOf x, DimSource.SizeOf y) => x.Dimension == y.Dimension && Same(x.Value, y.Value),
        (DimSource.Computed x, DimSource.Computed y) => x.Operation == y.Operation && Same(x.Left, y.Left) && Same(x.Right, y.Right),
        (DimSource.Field x, DimSource.Field y) => x.Binding.Equals(y.Binding),
        _ => Equals(a, b),
    };
}
