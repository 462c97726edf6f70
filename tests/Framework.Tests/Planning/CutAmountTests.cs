using Espalier.Planning;

namespace Espalier.Framework.Tests.Planning;

public sealed class CutAmountTests
{
    [Fact]
    public void Budget_OfEach_IsWhatStays()
    {
        Assert.Equal(Budget.Part(CostMeasure.Units, 0.75), new CutAmount(0.25, null, null, "heads").Budget);
        Assert.Equal(Budget.Part(CostMeasure.Parameters, 0.5), new CutAmount(null, "50%", null, "heads").Budget);
        Assert.Equal(new Budget(CostMeasure.Macs, 2e6, false), new CutAmount(null, null, "2M", "heads").Budget);
    }

    [Theory]
    [InlineData(null, null, null, "", "'ratio' (the part of the heads that goes)")]
    [InlineData(0.5, null, "50%", "", "Give one of")]
    [InlineData(1.0, null, null, "Ratio", "The ratio is 1. It is the part of the heads that goes")]
    [InlineData(null, "lots", null, "Parameters", "'lots' is no budget of parameters")]
    [InlineData(null, null, "150%", "Macs", "at most 1")]
    public void Problems_WrongOptions_AreNamed(double? ratio, string? parameters, string? macs, string option, string message)
    {
        var problem = Assert.Single(new CutAmount(ratio, parameters, macs, "heads").Problems());
        Assert.Equal(option, problem.Option);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_OneAmount_AreNone() => Assert.Empty(new CutAmount(0.5, null, null, "heads").Problems());
}
