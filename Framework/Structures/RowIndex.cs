using Espalier.Labels;

namespace Espalier.Structures;

/// <summary>Which units lie in the same row of a count constraint.</summary>
internal sealed class RowIndex
{
    private readonly LabelForest forest;
    private readonly Dictionary<int, List<(int Constraint, int Part)>> parts = [];

    public RowIndex(LabelTracker labels)
    {
        forest = labels.Forest;
        for (var c = 0; c < labels.Constraints.Count; c++)
        {
            var constraint = labels.Constraints[c];
            for (var part = 0; part < constraint.Parts.Length; part++)
            {
                foreach (var @class in constraint.Parts[part].Select(forest.Find).Distinct())
                {
                    if (!parts.TryGetValue(@class, out var list))
                    {
                        parts.Add(@class, list = []);
                    }

                    list.Add((c, part));
                }
            }
        }
    }

    /// <summary>The rows of the finest constraint that covers all the classes, numbered in the order of the units; one row if there is none.</summary>
    public (int[] Rows, int Count) RowsOf(int[] classes)
    {
        var best = (Rows: new int[classes.Length], Count: 1);
        if (!parts.TryGetValue(classes[0], out var candidates))
        {
            return best;
        }

        foreach (var constraint in candidates.Select(c => c.Constraint).Distinct())
        {
            var numbers = new Dictionary<int, int>();
            var rows = new int[classes.Length];
            var covers = true;
            for (var i = 0; i < classes.Length && covers; i++)
            {
                var found = parts.TryGetValue(classes[i], out var list) ? list.FindIndex(p => p.Constraint == constraint) : -1;
                covers = found >= 0;
                if (covers && !numbers.TryGetValue(list![found].Part, out rows[i]))
                {
                    numbers.Add(list[found].Part, rows[i] = numbers.Count);
                }
            }

            if (covers && numbers.Count > best.Count)
            {
                best = (rows, numbers.Count);
            }
        }

        return best;
    }
}
