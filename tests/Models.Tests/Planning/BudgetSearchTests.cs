using Espalier.Counting;
using Espalier.Planning;
using Espalier.Structures;
using Espalier.Surgery;

namespace Espalier.Models.Tests.Planning;

/// <summary>Budgets are kept within one unit, whatever the model.</summary>
public sealed class BudgetSearchTests
{
    public enum Ranking
    {
        Global,
        Local,
        Scopes,
    }

    public static TheoryData<string, Ranking, int> Cases
    {
        get
        {
            var data = new TheoryData<string, Ranking, int>();
            foreach (var name in Zoo.All.Keys)
            {
                foreach (var ranking in Enum.GetValues<Ranking>())
                {
                    data.Add(name, ranking, 1);
                    data.Add(name, ranking, 4);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Find_PartsOfEachMeasure_KeepsThemWithinOneUnit(string name, Ranking ranking, int multiple)
    {
        using var opened = new Opened(name);
        if (opened.Groups.Count == 0)
        {
            return;
        }

        var costs = new CostModel(opened.Model, opened.Structure);
        var least = Least(opened, costs, ranking, multiple);
        foreach (var measure in Enum.GetValues<CostMeasure>())
        {
            foreach (var part in new[] { 0.9, 0.6, 0.3 })
            {
                var budget = Budget.Part(measure, part);
                if (measure == CostMeasure.Units && ranking != Ranking.Global)
                {
                    continue;
                }

                var request = Request(opened, budget, ranking, multiple);
                if (least.Of(measure) > part * costs.Dense.Of(measure))
                {
                    var error = Assert.Throws<PlanException>(() => new BudgetSearch(opened.Model, opened.Structure, costs).Find(request));
                    Assert.Contains($"least that can be reached is {least.Of(measure)} of {costs.Dense.Of(measure)}", error.Message, StringComparison.Ordinal);
                    continue;
                }

                var result = new BudgetSearch(opened.Model, opened.Structure, costs).Find(request);
                Assert.Equal((long)Math.Floor(part * costs.Dense.Of(measure) + 1e-6), result.Limit);
                Assert.True(result.After.Of(measure) <= result.Limit);
                Assert.True(result.WithNext!.Value.Of(measure) > result.Limit);
                CheckWidths(opened, result, multiple);
                using var applied = Surgeon.Apply(opened.Model, result.Plan);
                var counts = ModelCounts.Of(applied.Model);
                Assert.Equal((counts.Parameters, counts.Macs), (result.After.Parameters, result.After.Macs));
                applied.Undo();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Zoo.Names), MemberType = typeof(Zoo))]
    public void Find_LocalPartOfUnits_EachGroupLosesIt(string name)
    {
        using var opened = new Opened(name);
        if (opened.Groups.Count == 0)
        {
            return;
        }

        var result = new BudgetSearch(opened.Model, opened.Structure, new CostModel(opened.Model, opened.Structure))
            .Find(Request(opened, Budget.Part(CostMeasure.Units, 0.5), Ranking.Local, 1));
        foreach (var group in opened.Groups)
        {
            var gone = result.Plan.Steps[0].Cuts.FirstOrDefault(cut => cut.Group == group.Name)?.Units.Count ?? 0;
            Assert.True(gone * 2 >= group.Count, $"{group.Name} lost {gone} of {group.Count}");
        }
    }

    private static ModelCost Least(Opened opened, CostModel costs, Ranking ranking, int multiple)
    {
        var nothing = Request(opened, new Budget(CostMeasure.Units, 0, false), ranking, multiple);
        var error = Assert.Throws<PlanException>(() => new BudgetSearch(opened.Model, opened.Structure, costs).Find(nothing));
        var units = long.Parse(error.Message.Split("reached is ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        return new BudgetSearch(opened.Model, opened.Structure, costs).Find(nothing with { Budget = new Budget(CostMeasure.Units, units, false) }).After;
    }

    private static BudgetRequest Request(Opened opened, Budget budget, Ranking ranking, int multiple)
    {
        IReadOnlyList<IStructureGroup>[] scopes = ranking switch
        {
            Ranking.Global => [opened.Groups],
            Ranking.Local => [.. opened.Groups.Select(group => (IReadOnlyList<IStructureGroup>)[group])],
            _ => [.. opened.Groups.Select((group, i) => (group, i)).GroupBy(pair => pair.i % 2, pair => pair.group).Select(scope => scope.ToArray())],
        };
        return new BudgetRequest(budget, scopes, Opened.Scores) { Limits = _ => new WidthLimits { Multiple = multiple } };
    }

    private static void CheckWidths(Opened opened, BudgetResult result, int multiple)
    {
        foreach (var cut in result.Plan.Steps[0].Cuts)
        {
            var group = opened.Structure.Group(cut.Group);
            if (group.Granularity == StructureGranularity.Block)
            {
                continue;
            }

            var kept = Enumerable.Range(0, group.Count).Except(cut.Units).GroupBy(unit => group.Rows[unit]).Select(row => row.Count()).ToArray();
            Assert.All(kept, count => Assert.Equal(0, count % multiple));
            Assert.Single(kept.Distinct());
        }
    }
}
