using Espalier.Reports;
using Espalier.Training;

namespace Espalier.Methods;

/// <summary>What a method did.</summary>
/// <param name="Summary">One line for people.</param>
/// <param name="Metrics">Numbers by name, with their unit in the name: <c>loss</c>, <c>accuracy_percent</c>, <c>epoch_seconds</c>.</param>
public sealed record MethodResult(string Summary, IReadOnlyDictionary<string, double> Metrics)
{
    /// <summary>The goals that the method was given, and what it came to.</summary>
    public IReadOnlyList<AskedAchieved> Goals { get; init; } = [];

    /// <summary>How the units were scored before the method's last cut.</summary>
    public IReadOnlyList<GroupImportance> Importance { get; init; } = [];

    /// <summary>
    /// What the model, as the method leaves it, does on the test images by its own forward, where the method has measured just that; null: the run measures it.
    /// </summary>
    public Evaluation? Evaluation { get; init; }

    /// <summary>What the method itself has to show in the report.</summary>
    public IReadOnlyList<ReportSection> Sections { get; init; } = [];
}
