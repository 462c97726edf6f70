using Espalier.Labels;
using Espalier.Structures;

namespace Espalier.Planning;

/// <summary>The next rung of one ladder, or of several that can only go down together.</summary>
/// <param name="Ladders">The ladders.</param>
/// <param name="Rung">The rung's number, the same on each; shorter ladders have none.</param>
/// <param name="Scope">The scope that it is ranked in.</param>
internal sealed record CutStep(UnitLadder[] Ladders, int Rung, int Scope)
{
    /// <summary>All ladders that go down together, the same array for each of their steps.</summary>
    public UnitLadder[] Set { get; init; } = Ladders;

    /// <summary>The mean importance of its units.</summary>
    public double Score { get; init; }

    /// <summary>The part of its scope's units that has gone with it.</summary>
    public double Part { get; init; }

    private IEnumerable<(UnitLadder Ladder, UnitLadder.Rung Rung)> Rungs =>
        Ladders.Where(ladder => Rung < ladder.Rungs.Count).Select(ladder => (ladder, ladder.Rungs[Rung]));

    public int Units => Rungs.Sum(pair => pair.Rung.Units.Length);

    public double MeanScore => Rungs.Average(pair => pair.Rung.Score);

    public void AddTo(CutSet cut)
    {
        foreach (var (ladder, rung) in Rungs)
        {
            foreach (var unit in rung.Units)
            {
                cut.Add(ladder.Group.Classes[unit]);
            }
        }
    }
}
