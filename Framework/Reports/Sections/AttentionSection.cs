using System.Globalization;
using Espalier.Attention;

namespace Espalier.Reports;

/// <summary>How true the attention scores are to the dense model's, after each step.</summary>
internal static class AttentionSection
{
    public static IEnumerable<ReportSection> Of(RunReport report)
    {
        var stages = report.Stages.Where(stage => stage.AttentionErrors.Count > 0).ToArray();
        return stages.Length == 0 ? [] :
        [
            new ReportSection(
                "How true the attention scores stay",
                "The scores Q K^T of each head, before the softmax, beside those that the dense model gives the same test images: ||A - A'|| / ||A||. All that changed since counts, in the layer "
                + "and in those before it. 0: as they were; 1: the head is gone, or as far off as if it were. Training on may lead to other scores that serve as well.",
                [.. stages.Select(Map)]),
        ];
    }

    private static HeatMapPlot Map(ReportStage stage)
    {
        var heads = stage.AttentionErrors.Max(layer => layer.Heads.Count);
        return new HeatMapPlot(
            $"After {stage.Name}", $"The mean over all heads is {Numbers.Digits(stage.AttentionError!.Value)}.",
            [.. stage.AttentionErrors.Select(layer => layer.Layer)], [.. Enumerable.Range(0, heads).Select(head => head.ToString(CultureInfo.InvariantCulture))],
            [.. stage.AttentionErrors.Select(layer => Row(layer, heads))],
            new PlotAxis("head"), new PlotAxis("attention layer"), new PlotAxis("||A - A'|| / ||A||"))
        { Low = 0 };
    }

    private static IReadOnlyList<double> Row(AttentionScoreError layer, int heads) =>
        [.. layer.Heads, .. Enumerable.Repeat(double.NaN, heads - layer.Heads.Count)];
}
