using Espalier.Views;

namespace Espalier.Reports;

/// <summary>
/// All that a report of a run is made from. Whatever is empty or null is left out of the report, so a run without pruning, or without training, has a
/// report too.
/// </summary>
/// <param name="Title">The run's name.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Started">When it began.</param>
/// <param name="Environment">Where it took place.</param>
/// <param name="Stages">The model before the run, after each step and, as the last, at its end.</param>
public sealed record RunReport(string Title, string Model, DateTimeOffset Started, ReportEnvironment Environment, IReadOnlyList<ReportStage> Stages)
{
    /// <summary>The version of the format that this build writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the format.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The recipe, as the user wrote it.</summary>
    public string? Recipe { get; init; }

    /// <summary>The command that repeats the run.</summary>
    public string? Command { get; init; }

    /// <summary>How long the run took, in seconds, pauses left out.</summary>
    public double? Seconds { get; init; }

    /// <summary>What accuracy and loss were measured on: <c>CIFAR-10, 10,000 test images</c>.</summary>
    public string? Evaluation { get; init; }

    /// <summary>What counts as a MAC, and for what input: <c>products of layers and matrix products, input 1 x 3 x 32 x 32</c>.</summary>
    public string MacConvention { get; init; } = "products of linear layers, convolutions and matrix products; one sample";

    /// <summary>What latencies were measured with; null if none were.</summary>
    public LatencySettings? LatencySettings { get; init; }

    /// <summary>What the steps did, in order.</summary>
    public IReadOnlyList<ReportStep> Steps { get; init; } = [];

    /// <summary>The widths of the structure groups, also of those that lost nothing, in the order of the model.</summary>
    public IReadOnlyList<GroupWidth> Widths { get; init; } = [];

    /// <summary>What cutting single layers does.</summary>
    public IReadOnlyList<SensitivityCurve> Sensitivity { get; init; } = [];

    /// <summary>The graph of the model as it was before the run; its groups have the names that <see cref="Widths"/> uses.</summary>
    public GraphView? Graph { get; init; }

    /// <summary>What the reader should know before believing the numbers.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
