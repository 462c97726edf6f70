namespace Espalier.Reports;

/// <summary>What one step of a recipe did.</summary>
/// <param name="Name">The method's name, as in the recipe.</param>
/// <param name="Summary">One line for people.</param>
/// <param name="Metrics">Numbers by name, with their unit in the name: <c>accuracy_percent</c>.</param>
public sealed record ReportStep(string Name, string Summary, IReadOnlyDictionary<string, double> Metrics)
{
    /// <summary>How long it took, in seconds; null if that was not measured.</summary>
    public double? Seconds { get; init; }

    /// <summary>Its goals.</summary>
    public IReadOnlyList<AskedAchieved> Goals { get; init; } = [];

    /// <summary>How the units were scored before the step's last cut.</summary>
    public IReadOnlyList<GroupImportance> Importance { get; init; } = [];

    /// <summary>Its training, in order.</summary>
    public IReadOnlyList<TrainingCurve> Training { get; init; } = [];

    /// <summary>What the method itself has to show.</summary>
    public IReadOnlyList<ReportSection> Sections { get; init; } = [];
}
