using Espalier.Reports;

namespace Espalier.Framework.Tests.Reports;

/// <summary>What a run's results are compared with.</summary>
public sealed class DenseStageTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(0, 10, 10, 10)]
    [InlineData(0, 10, 5, 5)]
    [InlineData(1, 10, 10, 5)]
    [InlineData(2, 10, 10, 10, 5, 10, 4)]
    public void IndexOf_Stages_IsTheLastBeforeTheFirstCut(int expected, params int[] parameters) =>
        Assert.Equal(expected, DenseStage.IndexOf([.. parameters.Select(count => new ReportStage("", count, 100, 40))]));

    [Fact]
    public void IndexOf_Masks_CountAsCuts() =>
        Assert.Equal(1, DenseStage.IndexOf([new("", 10, 10, 40), new("", 10, 10, 40), new("", 10, 10, 40) { NonZeroParameters = 5 }]));

    [Fact]
    public void Write_TrainedFirst_ComparesWithTheTrainedModel()
    {
        var report = SampleReport.Of("net");
        var text = ReportText.Write(report with { Stages = [report.Stages[0] with { AccuracyPercent = 10, Latency = null }, .. report.Stages] });
        Assert.Contains("its accuracy went from 93.39 % to 93.10 %", text, StringComparison.Ordinal);
    }
}
