using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Criteria;

/// <summary>
/// Where the units of a group lie in one member, as a tensor: a row of positions per unit, filled up to equal lengths with a position past the end.
/// Sums over it come out the same on every run, which scattered additions on a GPU do not.
/// </summary>
public sealed class UnitIndex
{
    private readonly StructureMember member;
    private readonly int longest;

    /// <summary>The index of a member.</summary>
    public UnitIndex(StructureMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        this.member = member;
        Counts = [.. member.Indices.Select(indices => indices.Length)];
        longest = Math.Max(1, Counts.Max());
    }

    /// <summary>How many positions of the member each unit holds.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>For each unit the entries of its positions.</summary>
    /// <param name="values">Entries along the first dimension: width x ...</param>
    /// <returns>Units x the most positions that a unit holds x ..., zero where a unit holds fewer.</returns>
    public Tensor Gather(Tensor values)
    {
        ArgumentNullException.ThrowIfNull(values);
        using var scope = NewDisposeScope();
        var rest = values.shape[1..];
        var isFull = Counts.All(count => count == longest);
        var entries = isFull ? values : cat([values, zeros([1, .. rest], values.dtype, values.device)], 0);
        var positions = tensor(Positions()).to(values.device);
        return entries.index_select(0, positions).reshape([Counts.Count, longest, .. rest]).MoveToOuterDisposeScope();
    }

    private long[] Positions()
    {
        var positions = new long[Counts.Count * longest];
        for (var unit = 0; unit < Counts.Count; unit++)
        {
            var row = positions.AsSpan(unit * longest, longest);
            row.Fill(member.Width);
            for (var i = 0; i < Counts[unit]; i++)
            {
                row[i] = member.Indices[unit][i];
            }
        }

        return positions;
    }
}
