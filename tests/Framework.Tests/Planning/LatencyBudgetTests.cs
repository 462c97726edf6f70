using Espalier.Planning;

namespace Espalier.Framework.Tests.Planning;

public sealed class LatencyBudgetTests
{
    [Theory]
    [InlineData("60%", 0.6, true)]
    [InlineData("0.6", 0.6, true)]
    [InlineData(" 1 ", 1, true)]
    [InlineData("100%", 1, true)]
    [InlineData("4.5ms", 4.5, false)]
    [InlineData("4.5 ms", 4.5, false)]
    [InlineData("0.25ms", 0.25, false)]
    public void Parse_PartOrMilliseconds_IsRead(string text, double amount, bool isPart)
    {
        var budget = LatencyBudget.Parse(text);
        Assert.Equal(amount, budget.Amount, 1e-12);
        Assert.Equal(isPart, budget.IsPart);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ms")]
    [InlineData("0")]
    [InlineData("0ms")]
    [InlineData("-1ms")]
    [InlineData("4.5")]
    [InlineData("120%")]
    [InlineData("NaN")]
    [InlineData("5s")]
    [InlineData("5M")]
    public void Parse_AnythingElse_SaysWhatToWrite(string text)
    {
        var error = Assert.Throws<PlanException>(() => LatencyBudget.Parse(text));
        Assert.Contains($"'{text}' is no budget of latency", error.Message, StringComparison.Ordinal);
        Assert.Contains("4.5ms", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PartOf_Time_IsWhatMayStay()
    {
        Assert.Equal(0.6, LatencyBudget.Parse("60%").PartOf(8), 1e-12);
        Assert.Equal(0.25, LatencyBudget.Parse("2ms").PartOf(8));
        Assert.Equal(2, LatencyBudget.Parse("16ms").PartOf(8));
    }

    [Fact]
    public void ToString_Budgets_AreForPeople()
    {
        Assert.Equal("60 % of the latency", LatencyBudget.Parse("0.6").ToString());
        Assert.Equal("4.5 ms", LatencyBudget.Parse("4.5ms").ToString());
    }
}
