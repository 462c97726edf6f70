using static TorchSharp.torch;

namespace Espalier.Training;

/// <summary>
/// The mean loss of an epoch. Losses are read from the device now and then only, since each reading waits for it; the mean does not depend on when.
/// </summary>
/// <param name="epoch">From 0; for messages.</param>
internal sealed class LossMeter(int epoch) : IDisposable
{
    private readonly List<(Tensor Loss, TrainingStep Step, long Images)> pending = [];
    private double sum;

    /// <summary>The images of the losses read so far.</summary>
    public long Images { get; private set; }

    /// <summary>The mean over them.</summary>
    public double Mean => sum / Images;

    /// <summary>Takes a step's loss.</summary>
    public void Add(Tensor loss, TrainingStep step, long images)
    {
        pending.Add((loss.detach().DetachFromDisposeScope(), step, images));
        if (loss.device.type == TorchSharp.DeviceType.CPU)
        {
            Read();
        }
    }

    /// <summary>Reads the losses that wait.</summary>
    /// <exception cref="TrainingException">One of them is infinite or not a number.</exception>
    public void Read()
    {
        foreach (var (loss, step, images) in pending)
        {
            var value = loss.item<float>();
            sum += float.IsFinite(value) ? (double)value * images : throw Diverged(value, step);
            Images += images;
        }

        Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    private void Clear()
    {
        pending.ForEach(static entry => entry.Loss.Dispose());
        pending.Clear();
    }

    private TrainingException Diverged(float value, TrainingStep step) => new(FormattableString.Invariant(
        $"The loss became {(float.IsNaN(value) ? "NaN" : "infinite")} in epoch {epoch + 1}, step {step.Index + 1} of {step.Total}, at lr {step.LearningRate:g4}. ")
        + "Lower lr, lengthen warmup-epochs, or set clip-norm (1 is usual); if it is the first step, the weights or the data hold infinite numbers.");
}
