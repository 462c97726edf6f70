using Espalier.Framework.Generators.Tests.Snapshots;
using Espalier.Reports;

namespace Espalier.Framework.Tests.Reports;

/// <summary>The summary for a terminal and the row of a table.</summary>
public sealed class ReportTextTests
{
    [Fact]
    public void Write_EveryPart_Snapshot() => Snapshot.Verify(ReportText.Write(SampleReport.Of()), "txt");

    [Fact]
    public void Write_ControlCharacters_AreReplaced()
    {
        var text = ReportText.Write(SampleReport.Of("a\u001B[31mb\rc"));
        Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
        Assert.Contains("a?[31mb?c keeps 47.0 %", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LatencyWithinSpread_SaysSo()
    {
        var report = SampleReport.Of();
        report = report with { Stages = [report.Stages[0], report.Stages[^1] with { Latency = new Latency(11.0, 10.9, 11.5, 200) }] };
        Assert.Contains("takes about as long as before", ReportText.Write(report), StringComparison.Ordinal);
        Assert.Contains("1.04x as fast, within the spread", ReportText.Write(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NoOperationsCounted_LeavesTheirRatioOut()
    {
        var report = SampleReport.Of("net");
        var text = ReportText.Write(report with { Stages = [report.Stages[0] with { Macs = 0 }, report.Stages[^1] with { Macs = 0 }] });
        Assert.Contains("net keeps 54.1 % of its parameters, runs", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OneStage_HasNoRatios()
    {
        var report = SampleReport.Of("net") with { Steps = [] };
        var text = ReportText.Write(report with { Stages = [report.Stages[0]] });
        Assert.Contains("net has 853.0 k parameters and needs 125.5 M multiply-accumulate operations for one sample; its accuracy is 93.39 %.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("smaller", text, StringComparison.Ordinal);
    }
}
