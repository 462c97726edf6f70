using Espalier.Graphs;
using Espalier.Labels;

namespace Espalier.Operators;

/// <summary>
/// A sum of products over index letters: the one form of all matrix products. It knows the result's shape, what labels do, and the
/// number of products.
/// </summary>
internal sealed class Contraction
{
    private readonly IReadOnlyList<Value> operands;
    private readonly IReadOnlyList<int[]> indices;
    private readonly int[] output;
    private readonly Dictionary<int, long> sizes = [];

    /// <summary>A contraction; sizes of one broadcast.</summary>
    /// <param name="operands">The factors.</param>
    /// <param name="indices">One index per dimension of each.</param>
    /// <param name="output">The result's indices.</param>
    /// <exception cref="ArgumentException">Two sizes of one index differ.</exception>
    public Contraction(IReadOnlyList<Value> operands, IReadOnlyList<int[]> indices, int[] output)
    {
        this.operands = operands;
        this.indices = indices;
        this.output = output;
        for (var i = 0; i < operands.Count; i++)
        {
            for (var d = 0; d < indices[i].Length; d++)
            {
                var (index, size) = (indices[i][d], operands[i].Shape[d]);
                var known = sizes.GetValueOrDefault(index, 1);
                if (known != size && known != 1 && size != 1)
                {
                    throw new ArgumentException(
                        $"the shapes {string.Join(" and ", operands.Select(o => Shapes.Text(o.Shape)))} do not fit: {known} and {size} meet.");
                }

                sizes[index] = Math.Max(known, size);
            }
        }
    }

    /// <summary>The shape of the result.</summary>
    public long[] Shape => [.. output.Select(index => sizes[index])];

    /// <summary>How many products are added up.</summary>
    public long Products => sizes.Values.Aggregate(1L, (total, size) => checked(total * size));

    /// <summary>Merges, carries on and ends labels.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="result">The result.</param>
    /// <param name="added">A tensor that is added and broadcasts to the result.</param>
    public void Propagate(LabelTracker labels, Value result, Value? added = null)
    {
        // A dimension of size one that broadcasts meets nothing: it gets an index of its own, and its label ends.
        var next = sizes.Keys.DefaultIfEmpty().Max() + 1;
        List<int[]> merged = [.. indices.Select((list, i) => Meeting(operands[i], list))];
        if (added is not null)
        {
            merged.Add(Meeting(added, output[^added.Rank..]));
        }

        labels.Einsum(added is null ? operands : [.. operands, added], merged, result, output);

        int[] Meeting(Value value, int[] list) => [.. list.Select((index, d) => value.Shape[d] == sizes[index] ? index : next++)];
    }
}
