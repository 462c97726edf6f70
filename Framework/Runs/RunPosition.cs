using Espalier.Planning;
using Espalier.Reports;

namespace Espalier.Runs;

/// <summary>Where a run was, apart from its tensors.</summary>
/// <param name="MetricsLength">The bytes of the metrics file that belong to what was saved.</param>
/// <param name="Plan">All cuts so far; null where nothing was cut.</param>
/// <param name="Stages">The model at the beginning and after each step that is done.</param>
/// <param name="Steps">What the steps did that are done.</param>
/// <param name="Scopes">What the step in progress saved.</param>
/// <param name="Seconds">How long the run took so far.</param>
internal sealed record RunPosition(
    long MetricsLength, PruningPlan? Plan, IReadOnlyList<ReportStage> Stages, IReadOnlyList<ReportStep> Steps, IReadOnlyList<ScopePosition> Scopes, double Seconds)
{
    public const int CurrentVersion = 1;

    /// <summary>The version of the format.</summary>
    public int Version { get; init; } = CurrentVersion;
}
