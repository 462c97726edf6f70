using Espalier.Planning;

namespace Espalier.Framework.Tests.Planning;

public sealed class CutScheduleTests
{
    [Theory]
    [InlineData(CutCurve.Linear, 0.8, 0.6)]
    [InlineData(CutCurve.Cubic, 0.4 + (0.6 * 8 / 27), 0.4 + (0.6 / 27))]
    [InlineData(CutCurve.Exponential, 0.7368062997, 0.5428835233)]
    public void After_RoundsBeforeTheLast_LeaveThePartOfTheCurve(CutCurve curve, double first, double second)
    {
        var schedule = new CutSchedule { Rounds = 3, Curve = curve };
        foreach (var budget in new[] { Budget.Part(CostMeasure.Macs, 0.4), new Budget(CostMeasure.Macs, 400, false) })
        {
            Assert.Equal([first, second], [schedule.After(0, budget, 1000).Amount, schedule.After(1, budget, 1000).Amount], (a, b) => Math.Abs(a - b) < 1e-9);
            Assert.True(schedule.After(0, budget, 1000).IsPart);
            Assert.Same(budget, schedule.After(2, budget, 1000));
        }
    }

    [Fact]
    public void After_BudgetOfMoreThanThereIs_IsTheBudget()
    {
        var budget = new Budget(CostMeasure.Macs, 2000, false);
        Assert.Same(budget, new CutSchedule { Rounds = 3 }.After(0, budget, 1000));
    }

    [Fact]
    public void Problems_BetweenWithOneRound_IsSaid()
    {
        Assert.Contains("one round", Assert.Single(new CutSchedule().Problems(true)).Message, StringComparison.Ordinal);
        Assert.Empty(new CutSchedule().Problems(false));
        Assert.Empty(new CutSchedule { Rounds = 2 }.Problems(true));
    }
}
