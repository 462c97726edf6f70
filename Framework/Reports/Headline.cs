namespace Espalier.Reports;

/// <summary>What a run came to: one sentence, and the numbers before and after with their ratios.</summary>
internal static class Headline
{
    /// <summary>The sentence.</summary>
    public static string Sentence(RunReport report)
    {
        if (report.Stages.Count == 0)
        {
            return $"{report.Model}: nothing was measured.";
        }

        var (before, after) = (report.Stages[DenseStage.IndexOf(report.Stages)], report.Stages[^1]);
        if (report.Stages.Count == 1)
        {
            var accuracy = after.AccuracyPercent is { } percent ? $"; its accuracy is {Numbers.Percent(percent)}" : "";
            return $"{report.Model} has {Numbers.Short(after.Parameters)} parameters and needs {Numbers.Short(after.Macs)} multiply-accumulate operations for one sample{accuracy}.";
        }

        string[] parts = [Size(before, after), .. Speed(before, after), .. Accuracy(before, after)];
        return $"{report.Model} {(parts.Length == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])}, and {parts[^1]}")}.";
    }

    /// <summary>The table.</summary>
    public static IReadOnlyList<HeadlineRow> Rows(RunReport report)
    {
        if (report.Stages.Count == 0)
        {
            return [];
        }

        var (before, after) = (report.Stages.Count > 1 ? report.Stages[DenseStage.IndexOf(report.Stages)] : null, report.Stages[^1]);
        List<HeadlineRow> rows =
        [
            Cost("Parameters", "", before?.Parameters, after.Parameters, Numbers.Short),
            Cost("MACs", report.MacConvention, before?.Macs, after.Macs, Numbers.Short),
            Cost("Size", "parameters as stored", before?.Bytes, after.Bytes, Numbers.Bytes),
        ];
        if (after.NonZeroParameters is { } nonZero)
        {
            rows.Insert(1, Cost("Parameters not zero", "the others are held to zero by masks", before?.NonZeroParameters ?? before?.Parameters, nonZero, Numbers.Short));
        }

        if (after.Latency is { } latency)
        {
            rows.Add(LatencyRow(report.LatencySettings, before?.Latency, latency));
        }

        if (after.AccuracyPercent is { } accuracy)
        {
            rows.Add(new HeadlineRow(
                "Accuracy", report.Evaluation ?? "", before?.AccuracyPercent is { } old ? Numbers.Percent(old) : "", Numbers.Percent(accuracy),
                before?.AccuracyPercent is { } former ? $"{Numbers.Signed(accuracy - former)} points" : "", null));
        }

        if (after.Loss is { } loss)
        {
            rows.Add(new HeadlineRow(
                "Loss", report.Evaluation ?? "", before?.Loss is { } old ? Numbers.Digits(old) : "", Numbers.Digits(loss),
                before?.Loss is { } former ? Numbers.Signed(loss - former, "0.0000") : "", null));
        }

        if (after.AttentionError is { } error)
        {
            rows.Add(new HeadlineRow(
                "Attention error", "||A - A'|| / ||A|| of the scores before the softmax, the mean over heads", "", Numbers.Digits(error), "", null));
        }

        return rows;
    }

    private static string Size(ReportStage before, ReportStage after)
    {
        if (before.Macs == after.Macs && before.Parameters == after.Parameters)
        {
            return after.NonZeroParameters is { } left && left < after.Parameters
                ? $"keeps its shape, with {Numbers.Share((double)left / after.Parameters)} of its weights not zero"
                : "kept its size";
        }

        string[] shares =
        [
            .. before.Macs > 0 && after.Macs > 0
                ? (string[])[$"{Numbers.Share((double)after.Macs / before.Macs)} of its multiply-accumulate operations ({Times(before.Macs, after.Macs)})"]
                : [],
            .. before.Parameters > 0 ? (string[])[$"{Numbers.Share((double)after.Parameters / before.Parameters)} of its parameters"] : [],
        ];
        return shares.Length == 0 ? "changed its size" : $"keeps {string.Join(" and ", shares)}";
    }

    private static string Times(long before, long after) =>
        after <= before ? $"{Numbers.Times((double)before / after)} fewer" : $"{Numbers.Times((double)after / before)} as many";

    private static IEnumerable<string> Speed(ReportStage before, ReportStage after) => (before.Latency, after.Latency) switch
    {
        ({ } old, { } latency) when Overlap(old, latency) => ["takes about as long as before"],
        ({ } old, { } latency) => [$"runs {Numbers.Times(old.Median / latency.Median)} as fast"],
        _ => [],
    };

    private static IEnumerable<string> Accuracy(ReportStage before, ReportStage after) => (before.AccuracyPercent, after.AccuracyPercent) switch
    {
        ({ } old, { } accuracy) => [$"its accuracy went from {Numbers.Percent(old)} to {Numbers.Percent(accuracy)} ({Numbers.Signed(accuracy - old)} points)"],
        (null, { } accuracy) => [$"its accuracy is {Numbers.Percent(accuracy)}"],
        _ => [],
    };

    private static HeadlineRow Cost(string measure, string note, long? before, long after, Func<long, string> format)
    {
        var kept = before is > 0 ? (double)after / before : null;
        var change = kept switch
        {
            null => "",
            1 => "unchanged",
            0 => "none left",
            < 1 => $"{Numbers.Times(1 / kept.Value)} smaller",
            _ => $"{Numbers.Times(kept.Value)} larger",
        };
        return new HeadlineRow(measure, note, before is { } old ? format(old) : "", format(after), change, kept);
    }

    private static HeadlineRow LatencyRow(LatencySettings? settings, Latency? before, Latency after)
    {
        var note = settings is null ? "" : $"{settings.Backend} on {settings.Device}, batch {settings.Batch}, {Plural(settings.Threads, "thread")}; ";
        var change = before is null ? ""
            : $"{Numbers.Times(before.Median / after.Median)} as fast{(Overlap(before, after) ? ", within the spread" : "")}";
        return new HeadlineRow(
            "Latency", $"{note}median and middle half of {Plural(after.Runs, "run")}", before is null ? "" : Median(before), Median(after), change,
            before is null ? null : after.Median / before.Median)
        {
            SpreadBefore = before is null ? "" : Spread(before),
            SpreadAfter = Spread(after),
        };
    }

    private static string Median(Latency latency) => $"{Numbers.Digits(latency.Median)} ms";

    private static string Spread(Latency latency) => $"{Numbers.Digits(latency.LowerQuartile)} to {Numbers.Digits(latency.UpperQuartile)}";

    private static bool Overlap(Latency one, Latency other) => one.LowerQuartile <= other.UpperQuartile && other.LowerQuartile <= one.UpperQuartile;

    private static string Plural(int count, string noun) => $"{Numbers.Exact(count)} {noun}{(count == 1 ? "" : "s")}";
}
