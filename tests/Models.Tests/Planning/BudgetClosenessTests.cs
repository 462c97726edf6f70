using Espalier.Planning;
using Espalier.Structures;

namespace Espalier.Models.Tests.Planning;

/// <summary>How close a ResNet-20 comes to its budget, whose units differ in cost: one of a residual sum is many times dearer than one inside a block.</summary>
public sealed class BudgetClosenessTests
{
    [Theory]
    [InlineData(CostMeasure.Macs, "29.5M", 1)]
    [InlineData(CostMeasure.Macs, "29.5M", 4)]
    [InlineData(CostMeasure.Macs, "29.5M", 8)]
    [InlineData(CostMeasure.Macs, "0.9", 1)]
    [InlineData(CostMeasure.Macs, "0.7", 2)]
    [InlineData(CostMeasure.Macs, "0.47", 1)]
    [InlineData(CostMeasure.Macs, "0.2", 1)]
    [InlineData(CostMeasure.Macs, "0.05", 1)]
    [InlineData(CostMeasure.Parameters, "0.75", 1)]
    [InlineData(CostMeasure.Parameters, "100k", 1)]
    [InlineData(CostMeasure.Parameters, "0.3", 8)]
    [InlineData(CostMeasure.Units, "0.5", 1)]
    public void Find_ResNet20_NoUnitMoreCouldHaveStayed(CostMeasure measure, string text, int multiple)
    {
        using var opened = new Opened(new CifarResNet(20), [1, 3, 32, 32]);
        var costs = new CostModel(opened.Model, opened.Structure);
        var budget = Budget.Parse(measure, text);
        foreach (var seed in new[] { 1, 2, 3 })
        {
            foreach (var isLocal in measure == CostMeasure.Units ? [false] : new[] { false, true })
            {
                IReadOnlyList<IStructureGroup>[] scopes = isLocal ? [.. opened.Groups.Select(group => new[] { group })] : [opened.Groups];
                var result = new BudgetSearch(opened.Model, opened.Structure, costs).Find(
                    new BudgetRequest(budget, scopes, group => Scores(group, seed)) { Limits = _ => new WidthLimits { Multiple = multiple } });
                var gone = Gone(result);
                var kept = costs.After(gone).Of(measure);
                Assert.Equal(kept, result.After.Of(measure));
                Assert.True(kept <= result.Limit);
                var withOneMore = gone.Keys.Select(group => costs.After(WithoutLast(opened, gone, group, multiple, seed)).Of(measure)).ToArray();
                Assert.All(withOneMore, cost => Assert.True(cost > result.Limit, $"{cost} would be within {result.Limit}"));
                Assert.Equal(withOneMore.Min(), result.WithNext!.Value.Of(measure));
            }
        }
    }

    [Theory]
    [InlineData("29.5M")]
    [InlineData("0.8")]
    [InlineData("0.6")]
    [InlineData("0.3")]
    [InlineData("0.1")]
    public void Find_ResNet20_IsCloserAndLosesLessThanTheStrictOrder(string text)
    {
        using var opened = new Opened(new CifarResNet(20), [1, 3, 32, 32]);
        var costs = new CostModel(opened.Model, opened.Structure);
        var isCloser = false;
        for (var seed = 1; seed <= 8; seed++)
        {
            var result = new BudgetSearch(opened.Model, opened.Structure, costs).Find(
                new BudgetRequest(Budget.Parse(CostMeasure.Macs, text), [opened.Groups], group => Scores(group, seed)));
            var strict = Strict(opened, costs, result.Limit, seed);
            Assert.InRange(result.After.Macs, costs.After(strict).Macs, result.Limit);
            Assert.InRange(result.After.Macs, result.Limit - (0.01 * costs.Dense.Macs), result.Limit);
            Assert.True(Loss(opened, Gone(result), seed) <= Loss(opened, strict, seed) + 1e-9);
            isCloser |= result.After.Macs > costs.After(strict).Macs;
        }

        Assert.True(isCloser);
    }

    private static Dictionary<string, IReadOnlyList<int>> Strict(Opened opened, CostModel costs, long limit, int seed)
    {
        var gone = opened.Groups.ToDictionary(group => group.Name, _ => (IReadOnlyList<int>)[]);
        var order = opened.Groups.SelectMany(group => Enumerable.Range(0, group.Count).Select(unit => (Group: group, Unit: unit)))
            .OrderBy(pair => Scores(pair.Group, seed)[pair.Unit]);
        foreach (var (group, unit) in order.TakeWhile(_ => costs.After(gone).Macs > limit))
        {
            gone[group.Name] = gone[group.Name].Count == group.Count - 1 ? gone[group.Name] : [.. gone[group.Name], unit];
        }

        return gone;
    }

    private static double Loss(Opened opened, Dictionary<string, IReadOnlyList<int>> gone, int seed) =>
        gone.Sum(pair => pair.Value.Sum(unit => Scores(opened.Structure.Group(pair.Key), seed)[unit]));

    private static Dictionary<string, IReadOnlyList<int>> Gone(BudgetResult result) =>
        result.Plan.Steps.SelectMany(step => step.Cuts).ToDictionary(cut => cut.Group, cut => cut.Units, StringComparer.Ordinal);

    private static Dictionary<string, IReadOnlyList<int>> WithoutLast(
        Opened opened, Dictionary<string, IReadOnlyList<int>> gone, string group, int multiple, int seed)
    {
        var scores = Scores(opened.Structure.Group(group), seed);
        return new(gone) { [group] = [.. gone[group].OrderBy(unit => scores[unit]).SkipLast(multiple)] };
    }

    /// <summary>Between 0 and 1, all different.</summary>
    private static double[] Scores(IStructureGroup group, int seed)
    {
        var random = new Random((seed * 1009) + group.Name.Sum(letter => letter * 31) + group.Name.Length);
        return [.. Enumerable.Range(0, group.Count).Select(_ => random.NextDouble())];
    }
}
