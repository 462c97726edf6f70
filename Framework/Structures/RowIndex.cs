using Espalier.Labels;

namespace Espalier.Structures;

/// <summary>Which units lie in the same part of a count constraint.</summary>
internal sealed class RowIndex
{
    private readonly LabelLists parts;
    private readonly int[] constraintOf;
    private readonly int[] firstPart;

    public RowIndex(LabelTracker labels)
    {
        // Parts of all constraints are numbered through.
        parts = new LabelLists();
        var owner = new List<int>();
        firstPart = new int[labels.Constraints.Count + 1];
        for (var c = 0; c < labels.Constraints.Count; c++)
        {
            foreach (var part in labels.Constraints[c].Parts)
            {
                foreach (var label in part)
                {
                    parts.Add(labels.Forest.Find(label), owner.Count);
                }

                owner.Add(c);
            }

            firstPart[c + 1] = owner.Count;
        }

        constraintOf = [.. owner];
    }

    /// <summary>Whether any of the classes takes part in a constraint.</summary>
    public bool Touch(ReadOnlySpan<int> classes)
    {
        foreach (var @class in classes)
        {
            if (!parts[@class].IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The constraints that any of the classes takes part in, in their order.</summary>
    public IEnumerable<int> Touched(ReadOnlySpan<int> classes)
    {
        var isTouched = new bool[constraintOf.Length == 0 ? 0 : constraintOf[^1] + 1];
        foreach (var @class in classes)
        {
            foreach (var part in parts[@class])
            {
                isTouched[constraintOf[part]] = true;
            }
        }

        return Enumerable.Range(0, isTouched.Length).Where(c => isTouched[c]);
    }

    /// <summary>The rows of the finest constraint that covers all the classes, numbered in the order of the units; one row if there is none.</summary>
    public (int[] Rows, int Count) RowsOf(int[] classes)
    {
        var best = (Rows: (int[]?)null, Count: 1);
        foreach (var constraint in Touched([classes[0]]))
        {
            var rowOf = new int[firstPart[constraint + 1] - firstPart[constraint]];
            var count = 0;
            var rows = new int[classes.Length];
            var covered = 0;
            while (covered < rows.Length && PartOf(classes[covered], constraint) is >= 0 and var part)
            {
                ref var row = ref rowOf[part - firstPart[constraint]];
                if (row == 0)
                {
                    row = ++count;
                }

                rows[covered++] = row - 1;
            }

            if (covered == rows.Length && count > best.Count)
            {
                best = (rows, count);
            }
        }

        return (best.Rows ?? new int[classes.Length], best.Count);
    }

    private int PartOf(int @class, int constraint)
    {
        foreach (var part in parts[@class])
        {
            if (constraintOf[part] == constraint)
            {
                return part;
            }
        }

        return -1;
    }
}
