using System.Text.Json;
using System.Text.Json.Nodes;
using Espalier.Planning;
using Espalier.Reports;

namespace Espalier.Framework.Tests.Reports;

/// <summary>The data that reports are made from.</summary>
public sealed class ReportDataTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var json = ReportJson.Write(SampleReport.Of());
        var report = ReportJson.Read(json);
        Assert.Equal(json, ReportJson.Write(report));
        Assert.Equal(ReportHtml.Write(SampleReport.Of()), ReportHtml.Write(report));
        Assert.Equal(double.NaN, report.Steps[0].Metrics["not_measured"]);
        Assert.IsType<ImagesPlot>(report.Steps[0].Sections[0].Plots[5]);
        Assert.Equal([0, 1, 2, 5], Assert.IsType<StripsPlot>(report.Steps[0].Sections[0].Plots[7]).Rows[0].Cut);
    }

    [Fact]
    public void Read_StagesOfAnEarlierBuild_HaveNoAttentionErrors()
    {
        var json = JsonNode.Parse(ReportJson.Write(SampleReport.Of()))!;
        foreach (var stage in json["stages"]!.AsArray())
        {
            Assert.True(stage!.AsObject().Remove("attentionErrors"));
        }

        Assert.All(ReportJson.Read(json.ToJsonString()).Stages, stage => Assert.Null(stage.AttentionError));
    }

    [Fact]
    public void Read_LaterVersion_Throws()
    {
        var json = JsonNode.Parse(ReportJson.Write(SampleReport.Of()))!;
        json["version"] = 2;
        Assert.Contains("version 2", Assert.Throws<JsonException>(() => ReportJson.Read(json.ToJsonString())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"title\":null}")]
    [InlineData("[1")]
    public void Read_NoReport_Throws(string json) => Assert.Throws<JsonException>(() => ReportJson.Read(json));

    [Fact]
    public void After_PlansOneAfterAnother_SumsTheirCuts()
    {
        var first = Plan(new PlanCut("a", 8, [0, 1]), new PlanCut("b", 4, [3]));
        var second = Plan(new PlanCut("a", 6, [5]));
        Assert.Equal([new GroupWidth("a", 5, 8), new GroupWidth("b", 3, 4)], GroupWidth.After([first, second]));
    }

    [Fact]
    public void Histogram_Values_FallIntoEqualBins()
    {
        var plot = HistogramPlot.Of("", "", new PlotAxis("x"), [0, 0.9, 1, 2, 3.9, 4, double.NaN, double.PositiveInfinity], 4);
        Assert.Equal([0, 1, 2, 3, 4], plot.Edges);
        Assert.Equal([2, 1, 1, 2], plot.Counts);
    }

    [Fact]
    public void Histogram_EqualValues_HaveOneBin()
    {
        var group = GroupImportance.Of("a", [2, 2], null, 0);
        Assert.Equal([1.5, 2.5], group.Edges);
        Assert.Equal([2], group.Counts);
    }

    [Fact]
    public void Latency_Runs_HasLinearQuartiles()
    {
        // numpy.quantile([1, 2, 3, 4, 10], [0.25, 0.5, 0.75]) and of [1, 2, 4, 8]
        Assert.Equal(new Latency(3, 2, 4, 5), Latency.Of([10, 1, 4, 3, 2]));
        Assert.Equal(new Latency(3, 1.75, 5, 4), Latency.Of([8, 1, 4, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Latency.Of([]));
    }

    private static PruningPlan Plan(params PlanCut[] cuts) => new("model", "", "", [], [new PlanStep("", cuts)], [], []);
}
