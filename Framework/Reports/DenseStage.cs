namespace Espalier.Reports;

/// <summary>The stage that a run's results are compared with.</summary>
internal static class DenseStage
{
    /// <summary>
    /// The last stage before the model is cut or masked, so that what a first <c>train</c> step reached is not counted as pruning's gain; the first where the
    /// whole run leaves the model's shape as it is.
    /// </summary>
    public static int IndexOf(IReadOnlyList<ReportStage> stages)
    {
        var changed = stages.Index().FirstOrDefault(pair => Shape(pair.Item) != Shape(stages[0])).Index;
        return Math.Max(0, changed - 1);
    }

    private static (long, long, long?) Shape(ReportStage stage) => (stage.Parameters, stage.Macs, stage.NonZeroParameters);
}
