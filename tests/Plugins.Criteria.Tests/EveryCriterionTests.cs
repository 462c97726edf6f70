using Espalier.Criteria;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Criteria.Tests;

/// <summary>What holds for every criterion on models of every kind.</summary>
public sealed class EveryCriterionTests
{
    public static TheoryData<string, string> Cases => Registered.On(
        "mlp", "cifar_resnet", "densenet", "mobilenet_v2", "shufflenet_v2", "unet", "vision_transformer", "swin_transformer", "grouped_query_attention",
        "cross_attention_block", "language_model");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Score_AnyModel_IsFiniteAndTheSameTwice(string name, string model)
    {
        using var scope = NewDisposeScope();
        using var @case = Case.Of(model);
        var criterion = Registered.All[name];
        var scorable = Scorable(@case, name);
        foreach (var group in @case.Structure.Groups.Except(scorable))
        {
            var error = Assert.Throws<CriterionException>(() => @case.Session.Score(criterion, [group]));
            Assert.Contains(group.Name, error.Message, StringComparison.Ordinal);
        }

        var all = @case.Session.Score(criterion, scorable);
        var again = @case.Session.Score(criterion, [.. scorable.Reverse()]);
        foreach (var group in scorable)
        {
            Assert.Equal(group.Count, all[group].Count);
            Assert.All(all[group], score => Assert.True(double.IsFinite(score) && score >= 0));
            Assert.Equal(all[group], again[group]);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Score_UnitsInAnotherOrder_FollowsThem(string name, string model)
    {
        if (name == "random")
        {
            return;
        }

        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using var @case = Case.Of(model);
        var criterion = Registered.All[name];
        if (Scorable(@case, name).FirstOrDefault(group => group.Granularity != StructureGranularity.Block) is not { } group)
        {
            return;
        }

        var before = @case.Session.Score(criterion, [group])[group];
        var order = Reordered(group);
        Reorder(@case, group, order);
        var after = @case.Session.Score(criterion, [group])[group];
        var largest = before.Max();
        Assert.All(Enumerable.Range(0, group.Count), unit => Assert.Equal(before[order[unit]], after[unit], 1e-9 * Math.Max(largest, 1e-9)));
    }

    private static IReadOnlyList<IStructureGroup> Scorable(Case @case, string name)
    {
        IReadOnlyList<IStructureGroup> groups = name == "bn-scale"
            ? [.. @case.Structure.Groups.Where(group => group.Members.Any(member => @case.Model.Evaluation.Nodes.Any(node =>
                node.Operator.EndsWith("_norm", StringComparison.Ordinal) && node.Inputs.Any(value => value.Name == member.Parameter))))]
            : @case.Structure.Groups;
        return groups;
    }

    // Within a row the units of a group stand in any order without changing what the model computes.
    private static int[] Reordered(IStructureGroup group)
    {
        var order = Enumerable.Range(0, group.Count).ToArray();
        foreach (var row in order.GroupBy(unit => group.Rows.Count == 0 ? 0 : group.Rows[unit]).Select(row => row.ToArray()).ToArray())
        {
            for (var i = 0; i < row.Length; i++)
            {
                order[row[i]] = row[(i + 1) % row.Length];
            }
        }

        return order;
    }

    private static void Reorder(Case @case, IStructureGroup group, int[] order)
    {
        var tensors = @case.Model.Module.state_dict();
        foreach (var member in group.Members)
        {
            var positions = Enumerable.Range(0, member.Width).Select(i => (long)i).ToArray();
            for (var unit = 0; unit < group.Count; unit++)
            {
                for (var i = 0; i < member.Indices[unit].Length; i++)
                {
                    positions[member.Indices[unit][i]] = member.Indices[order[unit]][i];
                }
            }

            var parameter = tensors[member.Parameter];
            parameter.copy_(parameter.index_select(member.Dimension, tensor(positions)));
        }
    }
}
