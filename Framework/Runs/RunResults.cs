using System.Text.Json;
using Espalier.Checkpoints;
using Espalier.Data;
using Espalier.Planning;
using Espalier.Reports;
using Espalier.Views;

namespace Espalier.Runs;

/// <summary>Writes what came of a run: checkpoint, plan, page, and last the report's data, whose presence says that the run is done.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="run">The run's folder and environment.</param>
/// <param name="start">The model that it began with.</param>
/// <param name="graph">The model's graph at the beginning.</param>
/// <param name="data">Its data; null where it has none.</param>
internal sealed class RunResults(RunRequest request, RunStart run, ModelStart start, GraphView graph, ModelData? data)
{
    /// <summary>Reads the results of a run that is done.</summary>
    /// <exception cref="RunException">The file cannot be read or holds something else.</exception>
    public static RunReport Read(string path)
    {
        try
        {
            return ReportJson.Read(File.ReadAllText(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new RunException($"{path}: these are no results of a run ({error.Message}). Run the recipe again in another folder.", error);
        }
    }

    /// <summary>Writes everything.</summary>
    /// <param name="state">Where the run is: all steps are done.</param>
    /// <param name="latency">The times that were measured; null where none were.</param>
    public RunReport Write(RunState state, LatencyResult? latency)
    {
        var outputs = request.Recipe.Outputs;
        var plan = start.Plan is null ? state.Plan : state.Plan is null ? start.Plan : start.Plan.Then(state.Plan);
        if (outputs.Contains(RunOutputs.Checkpoint))
        {
            Checkpoint.Save(run.Folder.Checkpoint, state.Model, start.Masks, Metadata(state, plan));
        }

        if (outputs.Contains(RunOutputs.Plan) && plan is not null)
        {
            PlanJson.Save(plan, run.Folder.Plan);
        }

        var report = Report(state, latency);
        if (outputs.Contains(RunOutputs.Report))
        {
            RunFolder.Write(run.Folder.Report, ReportHtml.Write(report));
        }

        return run.Complete(report);
    }

    private CheckpointMetadata Metadata(RunState state, PruningPlan? plan)
    {
        var stage = state.Stages[^1];
        var metrics = new Dictionary<string, double> { ["macs"] = stage.Macs, ["parameters"] = stage.Parameters };
        if (stage is { AccuracyPercent: { } accuracy, Loss: { } loss })
        {
            (metrics["accuracy_percent"], metrics["evaluation_loss"]) = (accuracy, loss);
        }

        return new CheckpointMetadata(start.Origin, plan, state.Model.Inputs, state.Model.Fingerprint)
        {
            Classes = data?.Test.Classes ?? [],
            Normalization = data is null ? null : data.Settings.Normalization ?? data.Test.Normalization,
            Metrics = metrics,
            Espalier = RunEnvironment.FrameworkVersion,
            Plugins = run.Environment.Plugins,
        };
    }

    private RunReport Report(RunState state, LatencyResult? latency)
    {
        var curves = TrainingCurves.Read(run.Folder.Metrics);
        var stages = state.Stages.ToArray();
        var before = DenseStage.IndexOf(stages);
        stages[before] = stages[before] with { Latency = latency?.Before };
        if (stages.Length > 1)
        {
            stages[^1] = stages[^1] with { Latency = latency?.After };
        }

        return new RunReport(request.Recipe.Name, graph.Model, run.Environment.Started[0], run.Environment.ToReport(), stages)
        {
            Recipe = request.File is null ? null : File.ReadAllText(request.File),
            Command = request.Command,
            Seconds = state.Seconds,
            Evaluation = data is null ? null : FormattableString.Invariant($"{data.Test.Name}, {data.Test.Count} images"),
            LatencySettings = latency?.Settings,
            Steps = [.. state.Steps.Select((step, index) => step with { Training = [.. curves[index + 1]] })],
            Widths = Widths(state.Plan),
            Graph = graph,
            Warnings =
            [
                FormattableString.Invariant($"Threads: {run.Environment.Threads}, seed: {request.Recipe.Seed}. With another number of threads sums are added up in another order, and the results differ a little."),
            ],
        };
    }

    // Groups that lost nothing are shown too.
    private IReadOnlyList<GroupWidth> Widths(PruningPlan? plan)
    {
        var cut = (plan is null ? [] : GroupWidth.After([plan])).ToDictionary(width => width.Group, StringComparer.Ordinal);
        return [.. graph.Groups.Select(group => plan?.Removes(group.Name) == true
            ? new GroupWidth(group.Name, 0, group.Units)
            : cut.GetValueOrDefault(group.Name) ?? new GroupWidth(group.Name, group.Units, group.Units))];
    }
}
