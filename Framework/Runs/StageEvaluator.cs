using Espalier.Attention;
using Espalier.Data;
using Espalier.Methods;
using Espalier.Reports;
using Espalier.Training;
using static TorchSharp.torch;

namespace Espalier.Runs;

/// <summary>Judges the model before the first step and after each: counts, accuracy, and how true its attention scores are to the dense model's.</summary>
/// <param name="observer">Hears that it is done; may be null.</param>
/// <param name="data">The data; null where the recipe has none.</param>
/// <param name="masks">The masks that the model's weights are held to.</param>
/// <param name="dense">The model to compare with.</param>
/// <param name="device">Where the model lies.</param>
/// <param name="metrics">Where the figures go.</param>
internal sealed class StageEvaluator(IRunObserver? observer, ModelData? data, WeightMasks masks, DenseModel dense, Device device, MetricsFile metrics)
{
    /// <summary>Judges a model.</summary>
    /// <param name="name">The moment: <c>dense</c>, <c>1 channel</c>.</param>
    /// <param name="step">The number of the step that is done; 0 before the first.</param>
    /// <param name="state">The run, with the model.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <param name="known">What the step itself found on the same images; null where it did not look.</param>
    public ReportStage Evaluate(string name, int step, RunState state, CancellationToken cancellationToken, Evaluation? known = null)
    {
        var evaluation = data is null ? null : Accuracy(name, state, data, known, cancellationToken);
        var errors = AttentionErrors(state, cancellationToken);
        var stage = StageFigures.Of(name, state.Model, masks, evaluation) with { AttentionErrors = errors };
        var values = new Dictionary<string, double>(evaluation?.Metrics ?? new Dictionary<string, double>()) { ["parameters"] = stage.Parameters, ["macs"] = stage.Macs };
        if (stage.AttentionError is { } error)
        {
            values["attention_score_error_mean"] = error;
            values["attention_score_error_max"] = errors.SelectMany(layer => layer.Heads).Max();
        }

        metrics.Of(step, name).Write("stage", step, values);
        return stage;
    }

    private Evaluation Accuracy(string name, RunState state, ModelData data, Evaluation? known, CancellationToken cancellationToken)
    {
        observer?.Begin($"evaluating: {name}");
        var evaluation = known ?? new Evaluator(data, device).Evaluate(state.Model, data.Test, observer, cancellationToken);
        observer?.End(FormattableString.Invariant($"accuracy {evaluation.AccuracyPercent:F2} % on {evaluation.Images} images"));
        return evaluation;
    }

    private IReadOnlyList<AttentionScoreError> AttentionErrors(RunState state, CancellationToken cancellationToken)
    {
        if (data is null || state.IsDense || !dense.Attends)
        {
            return [];
        }

        var original = dense.Make();
        try
        {
            return AttentionScoreErrors.Of(original, state.Model, state.Plan, data, device, cancellationToken);
        }
        finally
        {
            original.Module.Dispose();
        }
    }
}
