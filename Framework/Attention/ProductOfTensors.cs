using Espalier.Graphs;

namespace Espalier.Attention;

/// <summary>An operator that multiplies stacks of matrices neither of which is a weight.</summary>
/// <param name="Node">The operator.</param>
/// <param name="Left">The first factor, its contracted dimension turned last.</param>
/// <param name="Right">The second factor, its contracted dimension turned last.</param>
/// <param name="Result">The result, the first factor's own dimension turned last but one, the second's last.</param>
internal sealed record ProductOfTensors(Node Node, AttentionTap Left, AttentionTap Right, AttentionTap Result)
{
    /// <summary>The product that an operator is; null if it is none, or one with a weight.</summary>
    public static ProductOfTensors? Of(Node node, string name) => name switch
    {
        "matmul" or "bmm" => OfMatrices(node, node.Tensor(0), node.Tensor(1)),
        "baddbmm" => OfMatrices(node, node.Tensor(1), node.Tensor(2)),
        "einsum" when node.Tensors(1) is [var left, var right] => OfEquation(node, left, right),
        _ => null,
    };

    private static ProductOfTensors? OfMatrices(Node node, Value left, Value right)
    {
        if (!AreResults(left, right) || left.Rank < 2 || right.Rank < 2)
        {
            return null;
        }

        var last = Enumerable.Range(0, right.Rank).ToArray();
        return new(node, new(left, [.. Enumerable.Range(0, left.Rank)]), new(right, [.. last[..^2], last[^1], last[^2]]),
            new(node.Output, [.. Enumerable.Range(0, node.Output.Rank)]));
    }

    /// <summary>An equation such as <c>bhid,bhjd-&gt;bhij</c>: one letter contracted, one of each factor's own, the others common to both.</summary>
    private static ProductOfTensors? OfEquation(Node node, Value left, Value right)
    {
        var sides = node.Text(0).Replace(" ", "", StringComparison.Ordinal).Split("->");
        if (!AreResults(left, right) || sides.Length != 2 || sides[0].Contains('.', StringComparison.Ordinal) || sides[0].Split(',') is not [var a, var b])
        {
            return null;
        }

        var common = sides[1].Where(letter => a.Contains(letter) && b.Contains(letter)).ToArray();
        var contracted = a.Intersect(b).Except(sides[1]).ToArray();
        return contracted is [var inner] && a.Except(b).ToArray() is [var rows] && b.Except(a).ToArray() is [var columns]
            && sides[1].Contains(rows, StringComparison.Ordinal) && sides[1].Contains(columns, StringComparison.Ordinal)
            ? new(
                node, new(left, Order(a, [.. common, rows, inner])), new(right, Order(b, [.. common, columns, inner])),
                new(node.Output, Order(sides[1], [.. common, rows, columns])))
            : null;
    }

    private static int[] Order(string term, char[] letters) => Array.ConvertAll(letters, letter => term.IndexOf(letter, StringComparison.Ordinal));

    private static bool AreResults(Value left, Value right) => left.Kind is ValueKind.Result && right.Kind is ValueKind.Result;
}
