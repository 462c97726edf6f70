using Espalier.Reports;

namespace Espalier.Comparison;

/// <summary>Runs of one recipe that differ in nothing but the seed.</summary>
/// <param name="Settings">What tells it from the other variants, as <c>channel.criterion=l1</c>; empty where nothing does.</param>
/// <param name="Runs">The runs, in the order in which they were given.</param>
public sealed record RunVariant(IReadOnlyList<string> Settings, IReadOnlyList<RunOutcome> Runs)
{
    /// <summary>A figure of the stage with a number, over the runs that have it; null where none has.</summary>
    /// <param name="stage">0 for the model before the first step, then the number of the step.</param>
    /// <param name="figure">The figure; null where it was not measured.</param>
    public Spread? Of(int stage, Func<ReportStage, double?> figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        double[] values = [.. Runs.Where(run => stage < run.Report.Stages.Count).Select(run => figure(run.Report.Stages[stage])).OfType<double>()];
        return values.Length == 0 ? null : Spread.Of(values);
    }
}
