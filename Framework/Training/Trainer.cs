using Espalier.Data;
using Espalier.Methods;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Espalier.Training;

/// <summary>
/// Trains the model of a context. Every random choice follows from the context's seed and the epoch, so a training that goes on from a saved epoch ends with
/// the same bits as one that was never interrupted.
/// </summary>
/// <remarks>Dropout draws from torch's one generator, which each epoch seeds: two trainings at once in one process disturb each other's draws.</remarks>
public sealed class Trainer
{
    private readonly MethodContext context;
    private readonly TrainingOptions options;
    private readonly ITrainingHooks? hooks;
    private readonly ModelData data;
    private readonly BatchStream batches;
    private readonly LearningRateSchedule schedule;
    private readonly Func<Tensor, Tensor> forward;
    private readonly ThrottledProgress progress;

    /// <summary>A training of the context's model as it is now.</summary>
    /// <param name="context">Model, data, masks, state, metrics.</param>
    /// <param name="options">How; what they leave open is as in fine-tuning.</param>
    /// <param name="hooks">What the method adds; null: nothing.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or two contradict each other.</exception>
    /// <exception cref="InvalidOperationException">The recipe has no data.</exception>
    /// <exception cref="TrainingException">Options ask for what the run does not have.</exception>
    public Trainer(MethodContext context, TrainingOptions options, ITrainingHooks? hooks = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(options);
        this.context = context;
        this.options = options = options.Complete(TrainingDefaults.FineTuning);
        this.hooks = hooks;
        data = context.RequireData();
        batches = data.Training(context.Seed, options.Augmentation, options.Batch);
        schedule = new LearningRateSchedule(options, batches.StepsPerEpoch);
        forward = hooks?.Forward ?? new ModelForward(context.Model).Run;
        progress = new ThrottledProgress(context.Progress);
        if (options.EarlyStop is not null && data.Validation is null)
        {
            throw new TrainingException(
                "early-stop needs validation images, and the recipe sets none aside: add them (data: { validation: 0.1 }) or leave early-stop out.");
        }

        if (options.BnRecalibrate is not null && Module is not nn.Module<Tensor, Tensor>)
        {
            throw new TrainingException("bn-recalibrate needs a model whose forward takes one tensor and returns one: leave it out.");
        }
    }

    private nn.Module Module => context.Model.Module;

    private int Epochs => options.Epochs!.Value;

    private long Steps => Epochs * batches.StepsPerEpoch;

    /// <summary>Trains, from the saved epoch where there is one.</summary>
    /// <param name="cancellationToken">Stops between batches; what is saved is then the last epoch's end.</param>
    /// <exception cref="TrainingException">The loss became infinite or not a number, or the outputs do not fit the data.</exception>
    public TrainingResult Run(CancellationToken cancellationToken)
    {
        if (context.PlanOnly)
        {
            return new TrainingResult(0, double.NaN, null, StoppedEarly: false);
        }

        using var teacher = options.Distill is null ? null : new Teacher(context);
        using var state = new TrainingState(Module, hooks?.Parameters ?? new Dictionary<string, Parameter>(), options);
        if (context.State.Restored is { } snapshot)
        {
            state.Restore(snapshot);
        }

        while (state.Epoch < Epochs && state.EarlyStop is not { IsReached: true })
        {
            var images = TrainEpoch(state, teacher, cancellationToken);
            state.Epoch++;
            var isEvaluated = options.EvaluateEvery > 0 && (state.Epoch % options.EvaluateEvery == 0 || state.Epoch == Epochs);
            if (isEvaluated)
            {
                Evaluate(state, cancellationToken);
            }

            Record(state, images, isEvaluated);
            var isLast = state.Epoch == Epochs || state.EarlyStop is { IsReached: true };
            if (isLast || state.Epoch % options.CheckpointEvery == 0)
            {
                context.State.Save(state.Save());
            }
        }

        return Finish(state, cancellationToken);
    }

    private long TrainEpoch(TrainingState state, Teacher? teacher, CancellationToken cancellationToken)
    {
        // What dropout and the like draw follows from the epoch, as the batches do: there is no state of generators to save.
        manual_seed(EpochSeed.Of(context.Seed, state.Epoch));
        Module.train();
        Module.zero_grad();
        using var losses = new LossMeter(state.Epoch);
        foreach (var made in batches.Epoch(state.Epoch, 0, cancellationToken))
        {
            using var batch = made.To(context.Device);
            var index = (state.Epoch * batches.StepsPerEpoch) + batch.Step;
            var step = new TrainingStep(state.Epoch, index, Steps, schedule.At(index));
            using (NewDisposeScope())
            {
                losses.Add(Step(state, teacher, batch, step), step, batch.Count);
            }

            progress.Report(() => Progress(losses, step));
        }

        losses.Read();
        state.Loss = losses.Mean;
        return losses.Images;
    }

    private Tensor Step(TrainingState state, Teacher? teacher, Batch batch, TrainingStep step)
    {
        hooks?.Begin(step);
        state.Optimizer.ZeroGradients();
        var loss = Loss(batch, teacher);
        loss.backward();
        if (options.ClipNorm is { } norm)
        {
            nn.utils.clip_grad_norm_(state.Optimizer.Parameters, norm);
        }

        state.Optimizer.Step(step.LearningRate);
        context.Masks.Apply(Module);
        state.Ema?.Update(step.Index);
        return loss;
    }

    private Tensor Loss(Batch batch, Teacher? teacher)
    {
        var logits = forward(batch.Images);
        LogitsCheck.Classes(logits, batch.Count, data.Train);
        var loss = Losses.CrossEntropy(logits, batch.Labels, batch.Targets, options.LabelSmoothing);
        if (teacher is not null && options.Distill is { } distill)
        {
            var expected = teacher.Run(batch.Images);
            LogitsCheck.Classes(expected, batch.Count, data.Train);
            loss = loss.mul(1 - distill.Weight).add(Losses.Distillation(logits, expected, distill.Temperature), alpha: distill.Weight);
        }

        return hooks?.ExtraLoss(batch, logits) is { } extra ? loss.add(extra) : loss;
    }

    private void Evaluate(TrainingState state, CancellationToken cancellationToken)
    {
        using var live = state.Ema is not null && options.Ema!.Evaluate ? new WeightCopy(Module) : null;
        if (live is not null)
        {
            state.Ema!.Weights.Give();
        }

        try
        {
            var evaluation = Measure(cancellationToken);
            state.Evaluation = evaluation;
            state.EarlyStop?.Observe(evaluation.AccuracyPercent);
        }
        finally
        {
            live?.Give();
        }
    }

    private Evaluation Measure(CancellationToken cancellationToken) => new Evaluator(data, context.Device).Evaluate(
        Module, forward, data.Validation ?? data.Test, context.Progress, cancellationToken);

    private void Record(TrainingState state, long images, bool isEvaluated)
    {
        var metrics = new Dictionary<string, double>(isEvaluated ? state.Evaluation!.Metrics : new Dictionary<string, double>())
        {
            ["loss"] = state.Loss,
            ["lr"] = schedule.At((state.Epoch * batches.StepsPerEpoch) - 1),
            ["images"] = images,
        };
        context.Metrics.Write("epoch", state.Epoch - 1, metrics);
        context.Progress?.Report(new MethodProgress(Phase(state.Epoch - 1), state.Epoch * batches.StepsPerEpoch, Steps, metrics));
    }

    // Nothing is saved from here on: a run that breaks off repeats it from the last epoch's end.
    private TrainingResult Finish(TrainingState state, CancellationToken cancellationToken)
    {
        var hasChanged = state.EarlyStop is not null || options.BnRecalibrate is not null || options.Ema is { Evaluate: var seen, Keep: var kept } && seen != kept;
        if (state.EarlyStop is { } stop)
        {
            stop.Give();
        }
        else if (options.Ema is { Keep: true })
        {
            state.Ema!.Weights.Give();
        }

        if (options.BnRecalibrate is { } recalibration)
        {
            var images = Math.Min((long)recalibration.Batches * (options.Batch ?? data.Settings.Batch), data.Train.Count);
            BatchNormRecalibration.Run(
                Module, new ModelForward(context.Model).Run, data.Calibration(images, context.Seed, options.Batch, cancellationToken), context.Device,
                cancellationToken);
        }

        var evaluation = hasChanged && options.EvaluateEvery > 0 ? Measure(cancellationToken) : state.Evaluation;
        Module.zero_grad();
        Module.eval();
        return new TrainingResult(state.Epoch, state.Loss, evaluation, state.Epoch < Epochs) { IsOnTest = data.Validation is null && hooks is null };
    }

    private MethodProgress Progress(LossMeter losses, TrainingStep step)
    {
        losses.Read();
        return new MethodProgress(
            Phase(step.Epoch), step.Index + 1, step.Total, new Dictionary<string, double> { ["loss"] = losses.Mean, ["lr"] = step.LearningRate });
    }

    private string Phase(int epoch) => $"epoch {epoch + 1} of {Epochs}";
}
