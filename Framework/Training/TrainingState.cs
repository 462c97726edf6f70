using Espalier.Methods;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Espalier.Training;

/// <summary>All that a training must remember from epoch to epoch besides the model itself.</summary>
internal sealed class TrainingState : IDisposable
{
    private const string EmaPrefix = "ema.";
    private const string HookPrefix = "hooks.";
    private readonly IReadOnlyDictionary<string, Parameter> further;

    /// <summary>The state of a training that begins.</summary>
    /// <param name="model">The model.</param>
    /// <param name="further">Further parameters by name.</param>
    /// <param name="options">Complete options.</param>
    public TrainingState(nn.Module model, IReadOnlyDictionary<string, Parameter> further, TrainingOptions options)
    {
        this.further = further;
        Optimizer = new TrainingOptimizer(model, further, options);
        Ema = options.Ema is { } ema ? new Ema(model, ema) : null;
        EarlyStop = options.EarlyStop is { } stop ? new EarlyStop(model, stop) : null;
    }

    /// <summary>How many epochs are done.</summary>
    public int Epoch { get; set; }

    /// <summary>The mean loss of the last epoch.</summary>
    public double Loss { get; set; } = double.NaN;

    /// <summary>The last evaluation; null before the first.</summary>
    public Evaluation? Evaluation { get; set; }

    /// <summary>The optimizer.</summary>
    public TrainingOptimizer Optimizer { get; }

    /// <summary>The average of the weights; null where none is asked for.</summary>
    public Ema? Ema { get; }

    /// <summary>What may end the training; null where nothing may.</summary>
    public EarlyStop? EarlyStop { get; }

    /// <summary>Everything, for the host to save at once: the tensors are live.</summary>
    public StepSnapshot Save()
    {
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["loss"] = SnapshotReader.Text(Loss) };
        Optimizer.Save(tensors, values);
        Ema?.Weights.Save(tensors, EmaPrefix);
        EarlyStop?.Save(tensors, values);
        foreach (var (name, parameter) in further)
        {
            tensors[HookPrefix + name] = parameter;
        }

        if (Evaluation is { } last)
        {
            values["evaluation.images"] = SnapshotReader.Text(last.Images);
            values["evaluation.loss"] = SnapshotReader.Text(last.Loss);
            values["evaluation.accuracy"] = SnapshotReader.Text(last.AccuracyPercent);
            if (last.Top5Percent is { } top5)
            {
                values["evaluation.top5"] = SnapshotReader.Text(top5);
            }
        }

        return new StepSnapshot(Epoch, tensors, values);
    }

    /// <summary>Goes on from a snapshot.</summary>
    /// <exception cref="TrainingException">The snapshot is of other options.</exception>
    public void Restore(StepSnapshot snapshot)
    {
        var saved = new SnapshotReader(snapshot);
        Epoch = (int)snapshot.Position;
        Loss = saved.Number("loss");
        Optimizer.Restore(saved);
        Ema?.Weights.Restore(saved, EmaPrefix);
        EarlyStop?.Restore(saved);
        using var off = no_grad();
        foreach (var (name, parameter) in further)
        {
            parameter.copy_(saved.Tensor(HookPrefix + name));
        }

        if (saved.FindNumber("evaluation.images") is { } images)
        {
            Evaluation = new Evaluation(
                (long)images, saved.Number("evaluation.loss"), saved.Number("evaluation.accuracy"), saved.FindNumber("evaluation.top5"));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Optimizer.Dispose();
        Ema?.Dispose();
        EarlyStop?.Dispose();
    }
}
