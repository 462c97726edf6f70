using Espalier.Graphs;

namespace Espalier.Operators;

/// <summary>Reads einsum's equations: <c>bhid,bhjd-&gt;bhij</c>; an ellipsis stands for leading dimensions that broadcast.</summary>
internal static class EinsumEquation
{
    // Above all letters; ellipses are aligned at their ends.
    private const int EllipsisIndex = 0x10000;

    /// <summary>The contraction that an equation describes.</summary>
    /// <exception cref="ArgumentException">The equation and the operands do not fit.</exception>
    public static Contraction Parse(string equation, IReadOnlyList<Value> operands)
    {
        var text = equation.Replace(" ", "", StringComparison.Ordinal);
        var sides = text.Split("->");
        var terms = sides[0].Split(',');
        if (terms.Length != operands.Count)
        {
            throw new ArgumentException($"the equation '{equation}' speaks of {terms.Length} operands; there are {operands.Count}.");
        }

        var ellipsis = terms
            .Select((term, i) => term.Contains("...", StringComparison.Ordinal) ? operands[i].Rank - Letters(term).Length : 0).Max();
        int[][] indices = [.. terms.Select((term, i) => Indices(term, operands[i].Rank - Letters(term).Length))];
        for (var i = 0; i < terms.Length; i++)
        {
            if (indices[i].Length != operands[i].Rank)
            {
                throw new ArgumentException(
                    $"in '{equation}', '{terms[i]}' names {Letters(terms[i]).Length} dimensions of an operand of shape {Shapes.Text(operands[i].Shape)}.");
            }
        }

        var output = sides.Length > 1 ? Indices(sides[1], ellipsis) : Implicit(terms, ellipsis);
        var unknown = output.Except(indices.SelectMany(list => list)).ToArray();
        return unknown.Length == 0
            ? new(operands, indices, output)
            : throw new ArgumentException($"the result of '{equation}' names a dimension that no operand has.");
    }

    // Without an arrow: the letters that occur once, in alphabetical order.
    private static int[] Implicit(string[] terms, int ellipsis) =>
    [
        .. Ellipsis(ellipsis), .. terms.SelectMany(Letters).GroupBy(letter => letter).Where(g => g.Count() == 1).Select(g => (int)g.Key).Order(),
    ];

    private static int[] Indices(string term, int ellipsis) =>
        term.IndexOf("...", StringComparison.Ordinal) is >= 0 and var at
            ? [.. term[..at].Select(c => (int)c), .. Ellipsis(ellipsis), .. term[(at + 3)..].Select(c => (int)c)]
            : [.. term.Select(c => (int)c)];

    private static IEnumerable<int> Ellipsis(int count) => Enumerable.Range(0, Math.Max(count, 0)).Select(i => EllipsisIndex - count + i);

    private static string Letters(string term) => term.Replace("...", "", StringComparison.Ordinal);
}
