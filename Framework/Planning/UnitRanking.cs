using Espalier.Structures;

namespace Espalier.Planning;

/// <summary>The order in which the units of groups go: least important first, among equals the higher number first.</summary>
internal sealed class UnitRanking(Func<IStructureGroup, IReadOnlyList<double>>? scores)
{
    private readonly Dictionary<IStructureGroup, IReadOnlyList<double>> known = new(ReferenceEqualityComparer.Instance);

    public double ScoreOf(IStructureGroup group, int unit)
    {
        if (scores is null)
        {
            return -unit;
        }

        if (!known.TryGetValue(group, out var values))
        {
            values = scores(group);
            if (values.Count != group.Count)
            {
                throw new PlanException($"Group '{group.Name}' has {group.Count} units and was given {values.Count} scores.");
            }

            if (values.Any(double.IsNaN))
            {
                throw new PlanException($"A score of group '{group.Name}' is not a number: the weights or activations behind it hold NaN.");
            }

            known.Add(group, values);
        }

        return values[unit];
    }

    /// <summary>So many units in all, equally many from each row; none is taken that would leave a parameter's dimension with nothing.</summary>
    public IEnumerable<int> LowestUnits(IStructureGroup group, int count)
    {
        var rows = UnitsByRow(group);
        if (count % rows.Length != 0)
        {
            throw new PlanException(
                $"Group '{group.Name}' has {rows.Length} rows that must keep equally many units, and {count} units cannot be taken from them alike.");
        }

        var sets = ((StructureGroup)group).PartialUnits.Select(units => (Units: units.ToHashSet(), Left: new[] { units.Length })).ToArray();
        if (sets.Length == 0)
        {
            return rows.SelectMany(row => Ordered(group, row).Take(count / rows.Length)).ToArray();
        }

        return rows.SelectMany(row => Ordered(group, row).Where(unit => MayGo(unit)).Take(count / rows.Length)).ToArray();

        bool MayGo(int unit)
        {
            var own = sets.Where(set => set.Units.Contains(unit)).ToArray();
            if (own.Any(set => set.Left[0] == 1))
            {
                return false;
            }

            foreach (var set in own)
            {
                set.Left[0]--;
            }

            return true;
        }
    }

    /// <summary>
    /// The units in the order in which they go, one of each row at a time, as long as every row has one whose loss leaves something of every parameter's dimension.
    /// </summary>
    public IReadOnlyList<int[]> Sequence(StructureGroup group)
    {
        var rows = Array.ConvertAll(UnitsByRow(group), row => Ordered(group, row).ToArray());
        var sets = group.PartialUnits.Select(units => (Units: units.ToHashSet(), Left: new[] { units.Length })).ToArray();
        var next = new int[rows.Length];
        var sequence = new List<int[]>();
        for (var step = new int[rows.Length]; Advance(step); step = new int[rows.Length])
        {
            sequence.Add(step);
        }

        return sequence;

        bool Advance(int[] step)
        {
            for (var row = 0; row < rows.Length; row++)
            {
                while (next[row] < rows[row].Length && sets.Any(set => set.Left[0] == 1 && set.Units.Contains(rows[row][next[row]])))
                {
                    next[row]++;
                }

                if (next[row] == rows[row].Length)
                {
                    return false;
                }

                step[row] = rows[row][next[row]++];
                foreach (var set in sets.Where(set => set.Units.Contains(step[row])))
                {
                    set.Left[0]--;
                }
            }

            return true;
        }
    }

    private static int[][] UnitsByRow(IStructureGroup group)
    {
        var counts = new int[group.Rows.DefaultIfEmpty().Max() + 1];
        foreach (var row in group.Rows)
        {
            counts[row]++;
        }

        if (counts.Length == 1)
        {
            return [[.. Enumerable.Range(0, group.Count)]];
        }

        var rows = Array.ConvertAll(counts, count => new int[count]);
        Array.Clear(counts);
        for (var unit = 0; unit < group.Count; unit++)
        {
            var row = group.Rows[unit];
            rows[row][counts[row]++] = unit;
        }

        return rows;
    }

    private IEnumerable<int> Ordered(IStructureGroup group, int[] units) => scores is null
        ? units.Reverse()
        : units.OrderBy(unit => ScoreOf(group, unit)).ThenByDescending(unit => unit);
}
