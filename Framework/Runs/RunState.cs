using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Espalier.Checkpoints;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Reports;
using Espalier.Surgery;
using Espalier.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Runs;

/// <summary>
/// What makes a run resumable: one file with the model, its masks, the plan so far, the state of torch's generator, the length of the metrics, and what
/// the step in progress saved. Each save replaces the former one in one piece.
/// </summary>
internal sealed class RunState : IDisposable
{
    private const string PositionKey = "espalier-run";
    private const string Generator = "generator";

    private readonly string path;
    private readonly MetricsFile metrics;
    private readonly WeightMasks masks;
    private readonly List<ReportStage> stages = [];
    private readonly List<ReportStep> steps = [];
    private readonly long started = Stopwatch.GetTimestamp();
    private double earlierSeconds;
    private StepScope scope;

    /// <summary>The state of a run that begins.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The model as the recipe names it.</param>
    /// <param name="masks">The masks that its weights are held to.</param>
    /// <param name="metrics">The run's metrics.</param>
    public RunState(string path, TracedModel model, WeightMasks masks, MetricsFile metrics)
    {
        (this.path, Model, this.masks, this.metrics) = (path, model, masks, metrics);
        scope = new StepScope(Save);
    }

    /// <summary>The model as it is now.</summary>
    public TracedModel Model { get; private set; }

    /// <summary>All cuts so far; null where nothing was cut.</summary>
    public PruningPlan? Plan { get; private set; }

    /// <summary>The model at the beginning and after each step that is done.</summary>
    public IReadOnlyList<ReportStage> Stages => stages;

    /// <summary>What the steps did that are done.</summary>
    public IReadOnlyList<ReportStep> Steps => steps;

    /// <summary>How long the run took so far, in all processes up to what they saved.</summary>
    public double Seconds => earlierSeconds + Stopwatch.GetElapsedTime(started).TotalSeconds;

    /// <summary>The state of the step in progress.</summary>
    public IStepState Step => scope;

    /// <summary>Whether the step in progress has saved something.</summary>
    public bool IsInStep => scope.Snapshots().Any();

    /// <summary>Whether nothing was cut or masked so far.</summary>
    public bool IsDense => Plan is null && masks.IsEmpty;

    /// <summary>Notes a plan that was applied.</summary>
    public void Applied(TracedModel model, PruningPlan plan)
    {
        Model = model;
        Plan = Plan is null ? plan : Plan.Then(plan);
    }

    /// <summary>Notes the model as it is before the first step, and saves.</summary>
    public void Begin(ReportStage stage)
    {
        stages.Add(stage);
        Save();
    }

    /// <summary>Ends a step and saves.</summary>
    public void Finish(ReportStep step, ReportStage stage)
    {
        steps.Add(step);
        stages.Add(stage);
        scope.Dispose();
        scope = new StepScope(Save);
        Save();
    }

    /// <summary>Writes everything to the file.</summary>
    public void Save()
    {
        using var generator = random.get_rng_state();
        var tensors = ModelTensors.Of(Model.Module, masks).Append((Generator, generator)).ToList();
        var scopes = new List<ScopePosition>();
        foreach (var (scopePath, snapshot) in scope.Snapshots())
        {
            tensors.AddRange(snapshot.Tensors.Select(pair => (TensorName(scopes.Count, pair.Key), pair.Value)));
            scopes.Add(new ScopePosition(scopePath, snapshot.Position, snapshot.Values, [.. snapshot.Tensors.Keys.Order(StringComparer.Ordinal)]));
        }

        var position = new RunPosition(metrics.Flush(), Plan, stages, steps, scopes, Seconds);
        SafetensorsWriter.Write(
            path, tensors, new Dictionary<string, string> { [PositionKey] = JsonSerializer.Serialize(position, CheckpointJsonContext.Default.RunPosition) });
    }

    /// <summary>Goes back to what the file holds: cuts the model, loads its weights and masks, cuts the metrics to their length.</summary>
    /// <exception cref="WeightFileException">The file is damaged, or is not of this run.</exception>
    public void Restore()
    {
        using var file = WeightFile.Open(path);
        var position = Position(file);
        if (position.Plan is { } plan)
        {
            try
            {
                using var applied = Surgeon.Apply(Model, plan);
                (Model, Plan) = (applied.Model, plan);
            }
            catch (PlanException error)
            {
                throw Damaged($"The plan does not fit the model: {error.Message}", error);
            }
        }

        ModelTensors.LoadWeights(path, Model.Module);
        ModelTensors.LoadMasks(file, Model.Module, masks);
        foreach (var (saved, index) in position.Scopes.Select((saved, index) => (saved, index)))
        {
            scope.Restore(saved.Path, new StepSnapshot(
                saved.Position,
                saved.Tensors.ToDictionary(name => name, name => file.Read(TensorName(index, name)).DetachFromDisposeScope(), StringComparer.Ordinal),
                saved.Values));
        }

        stages.AddRange(position.Stages);
        steps.AddRange(position.Steps);
        earlierSeconds = position.Seconds;
        metrics.Truncate(position.MetricsLength);
        using var generator = file.Read(Generator);
        random.set_rng_state(generator);
    }

    /// <inheritdoc/>
    public void Dispose() => scope.Dispose();

    private static string TensorName(int scope, string name) => string.Create(CultureInfo.InvariantCulture, $"scopes.{scope}.{name}");

    private RunPosition Position(IWeightFile file)
    {
        RunPosition? position;
        try
        {
            position = file.Metadata.TryGetValue(PositionKey, out var text)
                ? JsonSerializer.Deserialize(text, CheckpointJsonContext.Default.RunPosition)
                : throw Damaged($"The metadata '{PositionKey}' is missing.");
        }
        catch (Exception error) when (error is JsonException or FormatException or OverflowException or NotSupportedException)
        {
            throw Damaged(error.Message, error);
        }

        return position is { Version: RunPosition.CurrentVersion } && position.Stages.Count == position.Steps.Count + 1
            ? position
            : throw Damaged($"It has the format version {position?.Version}; this build reads {RunPosition.CurrentVersion}.");
    }

    private WeightFileException Damaged(string cause, Exception? inner = null) =>
        new(path, "the saved state", cause, "Begin the run anew in another folder.", inner);
}
