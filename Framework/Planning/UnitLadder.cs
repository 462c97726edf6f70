using Espalier.Labels;
using Espalier.Structures;

namespace Espalier.Planning;

/// <summary>The widths that one group may have, from its present one downwards; each rung takes the least important units that are left.</summary>
internal sealed class UnitLadder
{
    private readonly List<Rung> rungs = [];
    private readonly int[] rowOf;
    private readonly int[] keptPerRow;

    /// <param name="group">The group.</param>
    /// <param name="ranking">The importance of its units.</param>
    /// <param name="limits">How far it may be cut.</param>
    /// <param name="sequence">Its units in the order in which they go, those together that can only go together.</param>
    /// <exception cref="PlanException">The group's scores do not fit it.</exception>
    public UnitLadder(StructureGroup group, UnitRanking ranking, WidthLimits limits, Func<StructureGroup, IEnumerable<int[]>> sequence)
    {
        Group = group;
        rowOf = [.. group.Rows];
        Rows = rowOf.DefaultIfEmpty().Max() + 1;
        keptPerRow = new int[Rows];
        Width = group.Count / Rows;
        Dense = Math.Max(Width, (limits.Dense ?? group.Count) / Rows);
        Floor = Math.Min(Width, Math.Max(Math.Max(1, limits.Minimum), (int)Math.Ceiling((Dense * (1 - limits.MaxRatio)) - 1e-9)));
        var wanted = (Dense * (1 - limits.MinRatio)) + 1e-9;
        Climb(sequence(group), ranking, Math.Max(1, limits.Multiple), Math.Min(Floor, Math.Max(1, (int)Math.Floor(wanted))));
        var first = rungs.FindIndex(rung => rung.Kept <= wanted);
        Forced = Width <= wanted ? 0 : first < 0 ? rungs.Count : first + 1;
        StopBefore(Math.Max(Forced, rungs.FindLastIndex(rung => rung.Kept >= Floor) + 1));
    }

    public StructureGroup Group { get; }

    /// <summary>How many rows the group has that keep equally many; one where there are none.</summary>
    public int Rows { get; }

    /// <summary>How many units each row has.</summary>
    public int Width { get; }

    /// <summary>How many units each row had when nothing had been cut.</summary>
    public int Dense { get; }

    /// <summary>The least that each row may keep.</summary>
    public int Floor { get; }

    /// <summary>The rungs, each below the one before.</summary>
    public IReadOnlyList<Rung> Rungs => rungs;

    /// <summary>How many of the first rungs are taken in any case.</summary>
    public int Forced { get; }

    /// <summary>Gives up the rungs from one on.</summary>
    public void StopBefore(int rung) => rungs.RemoveRange(rung, rungs.Count - rung);

    /// <summary>Adds to a cut what brings the group down to a width that it may have, where other groups have taken units of it along.</summary>
    /// <returns>Whether there was something to add.</returns>
    /// <exception cref="PlanException">It would have to go below its limits.</exception>
    public bool Settle(CutSet cut)
    {
        Array.Clear(keptPerRow);
        for (var unit = 0; unit < rowOf.Length; unit++)
        {
            keptPerRow[rowOf[unit]] += cut.ContainsClass(Group.Classes[unit]) ? 0 : 1;
        }

        var (least, most) = (keptPerRow.Min(), keptPerRow.Max());
        if (least == most && (least == Width || rungs.Any(rung => rung.Kept == least)))
        {
            return false;
        }

        var goal = rungs.FindIndex(rung => rung.Kept <= least);
        if (goal < 0)
        {
            throw new PlanException(
                $"Group '{Group.Name}' would keep {least} of {Width} units since what it hangs together with is cut, and its limits ask for at least {Floor}.");
        }

        var before = cut.Classes.Length;
        foreach (var unit in rungs.Take(goal + 1).SelectMany(rung => rung.Units))
        {
            cut.Add(Group.Classes[unit]);
        }

        // Other units than its own least important ones went: the longer rows give up theirs.
        return cut.Classes.Length > before;
    }

    private void Climb(IEnumerable<int[]> sequence, UnitRanking ranking, int multiple, int lowest)
    {
        var units = new List<int>();
        var score = double.NegativeInfinity;
        var kept = Width;
        foreach (var step in sequence)
        {
            units.AddRange(step);
            kept -= step.Length / Rows;
            if (kept < lowest)
            {
                return;
            }

            if (kept % multiple == 0)
            {
                score = Math.Max(score, units.Average(unit => ranking.ScoreOf(Group, unit)));
                rungs.Add(new Rung([.. units], score, kept));
                units.Clear();
            }
        }
    }

    /// <summary>One step down.</summary>
    /// <param name="Units">The units that go.</param>
    /// <param name="Score">Their mean importance, never below that of the rung before.</param>
    /// <param name="Kept">What each row keeps then.</param>
    internal sealed record Rung(int[] Units, double Score, int Kept);
}
