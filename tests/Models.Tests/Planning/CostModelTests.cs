using Espalier.Counting;
using Espalier.Planning;
using Espalier.Structures;
using Espalier.Surgery;

namespace Espalier.Models.Tests.Planning;

/// <summary>Costs without cutting are those of the model that is really cut.</summary>
public sealed class CostModelTests
{
    [Theory]
    [MemberData(nameof(Zoo.Names), MemberType = typeof(Zoo))]
    public void After_EachGroupAndAllTogether_IsTheCountOfTheCutModel(string name)
    {
        using var probe = new Opened(name);
        foreach (var only in probe.Structure.Groups.Select(group => group.Name).Append(null))
        {
            foreach (var ratio in new[] { 0.3, 0.7 })
            {
                using var opened = new Opened(name);
                IStructureGroup[] groups = [.. only is null ? opened.Groups : [opened.Structure.Group(only)]];
                if (Plan(name, opened, ratio, groups) is not { } plan)
                {
                    continue;
                }

                var units = plan.Steps[0].Cuts.ToDictionary(cut => cut.Group, cut => cut.Units);
                foreach (var convention in Enum.GetValues<MacConvention>())
                {
                    var costs = new CostModel(opened.Model, opened.Structure, convention);
                    var dense = ModelCounts.Of(opened.Model, convention);
                    Assert.Equal((dense.Parameters, dense.Macs), (costs.Dense.Parameters, costs.Dense.Macs));
                }

                var expected = Enum.GetValues<MacConvention>()
                    .Select(convention => new CostModel(opened.Model, opened.Structure, convention).After(units)).ToArray();
                using var applied = Surgeon.Apply(opened.Model, plan);
                foreach (var convention in Enum.GetValues<MacConvention>())
                {
                    var counts = ModelCounts.Of(applied.Model, convention);
                    Assert.Equal((counts.Parameters, counts.Macs), (expected[(int)convention].Parameters, expected[(int)convention].Macs));
                }
            }
        }
    }

    /// <summary>Null where a uniform cut cannot go so far: the shuffles of ShuffleNet tie groups of different widths.</summary>
    private static PruningPlan? Plan(string name, Opened opened, double ratio, IStructureGroup[] groups)
    {
        try
        {
            return new PruningPlanner(opened.Model, opened.Structure).PlanUniform(ratio, Opened.Scores, groups);
        }
        catch (PlanException)
        {
            Assert.Equal("shufflenet_v2", name);
            return null;
        }
    }

    [Fact]
    public void After_NoUnits_IsDense()
    {
        using var opened = new Opened("unet");
        var costs = new CostModel(opened.Model, opened.Structure);
        Assert.Equal(costs.Dense, costs.After(new Dictionary<string, IReadOnlyList<int>>()));
    }

    [Fact]
    public void After_OneUnit_IsOneUnitLess()
    {
        using var opened = new Opened("mlp");
        var costs = new CostModel(opened.Model, opened.Structure);
        var group = opened.Groups[0];
        var after = costs.After(new Dictionary<string, IReadOnlyList<int>> { [group.Name] = [0] });
        // fc1 is 48 -> 20 and fc2 20 -> 12, at a batch of two.
        Assert.Equal(costs.Dense with { Units = costs.Dense.Units - 1, Parameters = costs.Dense.Parameters - 49 - 12, Macs = costs.Dense.Macs - (2 * (48 + 12)) }, after);
    }
}
