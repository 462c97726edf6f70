using Espalier.Criteria;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Criteria.Tests;

/// <summary>The criteria's formulas written out as loops over single weights, in double precision.</summary>
internal sealed class Loops(Case @case, IStructureGroup group)
{
    private readonly IReadOnlyDictionary<string, Tensor> tensors = @case.Model.Module.state_dict();

    private StructureMember[] Producers
    {
        get
        {
            var parameters = group.Members.Where(member => @case.Model.Module.named_parameters().Any(p => p.name == member.Parameter)).ToArray();
            var producers = parameters.Where(member => member.Role == MemberRole.Producer).ToArray();
            return producers.Length > 0 ? producers : [.. parameters.Where(member => member.Role == MemberRole.Follower)];
        }
    }

    /// <summary>Of each unit, the mean over producers of f(the sum of an entry per weight).</summary>
    public double[] Score(Func<string, double[]> entries, Func<double, double> finish) => Mean(Producers, (member, unit) =>
        finish(Elements(member, unit).Sum(i => entries(member.Parameter)[i])));

    /// <summary>Of each unit, the mean over the scales of norms of their sizes.</summary>
    public double[] Scales() => Mean(
        [.. group.Members.Where(member => member.Dimension == 0 && member.Parameter.EndsWith("weight", StringComparison.Ordinal) && tensors[member.Parameter].dim() == 1)],
        (member, unit) => Elements(member, unit).Sum(i => Math.Abs(Values(member.Parameter)[i])));

    /// <summary>Of each unit, the mean over producers of the sum of the distances to other units of equal size.</summary>
    public double[] Distances() => Mean(Producers, (member, unit) => Enumerable.Range(0, group.Count)
        .Where(other => member.Indices[other].Length == member.Indices[unit].Length)
        .Sum(other => Math.Sqrt(Elements(member, unit).Zip(Elements(member, other), (a, b) => Values(member.Parameter)[a] - Values(member.Parameter)[b]).Sum(d => d * d))));

    /// <summary>Each number's share of the sum of itself and all greater ones.</summary>
    public static double[] Lamp(double[] squares) => Array.ConvertAll(squares, square => square / squares.Where(other => other >= square).Sum());

    public double[] Values(string parameter)
    {
        if (!values.TryGetValue(parameter, out var found))
        {
            values.Add(parameter, found = Case.Values(tensors[parameter]));
        }

        return found;
    }

    private readonly Dictionary<string, double[]> values = [];

    private double[] Mean(IReadOnlyList<StructureMember> members, Func<StructureMember, int, double> score) => [.. Enumerable.Range(0, group.Count)
        .Select(unit => members.Where(member => member.Indices[unit].Length > 0).Average(member => score(member, unit)))];

    /// <summary>The positions of a unit's weights in the flattened parameter.</summary>
    private IEnumerable<int> Elements(StructureMember member, int unit)
    {
        var shape = tensors[member.Parameter].shape;
        var inner = (int)shape[(member.Dimension + 1)..].Aggregate(1L, (a, b) => a * b);
        var outer = (int)shape[..member.Dimension].Aggregate(1L, (a, b) => a * b);
        return from index in member.Indices[unit]
               from o in Enumerable.Range(0, outer)
               from i in Enumerable.Range(0, inner)
               select (((o * member.Width) + index) * inner) + i;
    }
}
