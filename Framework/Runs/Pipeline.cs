using Espalier.Attention;
using Espalier.Checkpoints;
using Espalier.Data;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Plugins;
using Espalier.Reports;
using Espalier.Training;
using static TorchSharp.torch;

namespace Espalier.Runs;

/// <summary>A run from the recipe to the results, in order: this file is the way to read it.</summary>
/// <param name="request">What is to be done.</param>
public sealed class Pipeline(RunRequest request)
{
    private static readonly TimeSpan LatencyBudget = TimeSpan.FromSeconds(4);

    /// <summary>Runs a recipe.</summary>
    /// <param name="cancellationToken">Stops at the next safe point; what was saved until then is kept.</param>
    /// <exception cref="OperationCanceledException">It was stopped: it can be resumed.</exception>
    public RunReport Run(CancellationToken cancellationToken = default)
    {
        var recipe = request.Recipe;
        var device = RunDevice.Of(recipe);
        using var opened = RunStart.Open(request);
        if (opened is not null && File.Exists(opened.Results))
        {
            return RunResults.Read(opened.Results);
        }

        // Data, then the model that fits them. A checkpoint says how its images are normalised.
        var normalization = recipe.Model.Checkpoint is { } checkpoint ? Checkpoint.ReadMetadata(checkpoint).Normalization : null;
        using var data = recipe.Data is null
            ? null
            : Stage("reading data", () => RunData.Load(recipe.Data, request.Parts, normalization, cancellationToken), Describe);
        var source = new ModelSource(recipe.Model, RunData.RequestOf(data), recipe.Seed, request.Parts, device);
        using var start = Stage("making the model", source.Make, made => made.Model.Module.GetType().Name);
        var meter = TargetMeter.Of(recipe, request.Parts);
        var methods = recipe.Steps.Select(request.Parts.Create).ToArray();
        var graph = Views.GraphView.Of(Structures.ModelStructure.Find(start.Model.Graphs));

        // Nothing was written until here: what is wrong with the recipe, data or weights leaves no trace.
        using var run = RunStart.Begin(request, opened, source);
        using var metrics = new MetricsFile(run.Folder.Metrics);
        using var state = new RunState(run.Folder.State, start.Model, start.Masks, metrics);
        var dense = new DenseModel(source, run.Folder.Dense, AttentionFinder.Find(start.Model.Evaluation).Count > 0);
        var judge = new StageEvaluator(request.Observer, data, start.Masks, dense, device, metrics);
        try
        {
            var timer = new PlanTimer(() => meter, () => source.MakeCut(state.Plan));
            if (run.Resumes)
            {
                state.Restore();
            }
            else
            {
                metrics.Truncate(0);
                state.Begin(judge.Evaluate("dense", 0, state, cancellationToken));
            }

            for (var step = state.Steps.Count; step < methods.Length; step++)
            {
                if (step > 0 && state is { IsDense: true, IsInStep: false })
                {
                    dense.Keep(state.Model, start.Masks);
                }

                var (done, known) = RunStep(step, methods[step], state, start.Masks, data, dense, timer, device, metrics, cancellationToken);
                var name = $"{step + 1} {methods[step].Name}";
                state.Finish(done, judge.Evaluate(name, step + 1, state, cancellationToken, known));
            }

            return new RunResults(request, run, start, graph, data)
                .Write(state, Stage("measuring latency", () => Measure(source, state.Model, meter, cancellationToken), Describe));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            run.Withdraw(state);
            throw;
        }
    }

    private (ReportStep Done, Evaluation? Known) RunStep(
        int step, IPruningMethod method, RunState state, WeightMasks masks, ModelData? data, DenseModel dense, PlanTimer timer, Device device,
        MetricsFile metrics, CancellationToken cancellationToken)
    {
        var seed = RunSeeds.OfStep(request.Recipe.Seed, step);
        if (!state.IsInStep)
        {
            manual_seed(seed);
        }

        var context = new MethodContext(state.Model)
        {
            Seed = seed,
            Data = data,
            Device = device,
            Parts = request.Parts,
            State = state.Step,
            Metrics = metrics.Of(step + 1, method.Name),
            Progress = request.Observer,
            Log = request.Log,
            Masks = masks,
            Applied = state.Applied,
            Original = dense.Make,
            Timer = timer,
        };
        var before = state.Seconds;
        var part = request.Recipe.Steps[step];
        var result = Stage(
            $"step {step + 1} of {request.Recipe.Steps.Count}: {method.Name}",
            () => PluginFault.Guard($"running step {step + 1} of {request.Recipe.Steps.Count}, '{part.Name}' ({part.Place})", () => method.Run(context, cancellationToken)),
            result => result.Summary);
        var done = new ReportStep(method.Name, result.Summary, result.Metrics)
        {
            Seconds = state.Seconds - before,
            Goals = result.Goals,
            Importance = result.Importance,
            Sections = result.Sections,
        };
        return (done, result.Evaluation);
    }

    private static LatencyResult? Measure(ModelSource source, TracedModel model, LatencyMeter? meter, CancellationToken cancellationToken)
    {
        if (meter is null)
        {
            return null;
        }

        using var original = source.Make();
        var times = meter.Measure([original.Model, model], LatencyBudget, cancellationToken);
        return new LatencyResult(times[0], times[1], meter.Settings);
    }

    private static string Describe(ModelData data) => FormattableString.Invariant(
        $"{data.Train.Name}: {data.Train.Count} images to train with, {data.Validation?.Count ?? 0} to choose by, {data.Test.Count} to judge by");

    private static string Describe(LatencyResult? times) => times is null
        ? "not measured: no backend is named for this device"
        : FormattableString.Invariant($"{times.Before.Median:F2} ms before, {times.After.Median:F2} ms after, batch {times.Settings.Batch}, {times.Settings.Backend}");

    private T Stage<T>(string stage, Func<T> work, Func<T, string> result)
    {
        request.Observer?.Begin(stage);
        var done = work();
        request.Observer?.End(result(done));
        return done;
    }
}
