using static TorchSharp.torch;

namespace Espalier.Training;

/// <summary>Keeps the best weights so far, and says when to stop.</summary>
/// <param name="model">The model, whose tensors must stay the same objects.</param>
/// <param name="options">When.</param>
internal sealed class EarlyStop(nn.Module model, EarlyStopOptions options) : IDisposable
{
    private const string Prefix = "best.";
    private readonly WeightCopy best = new(model);
    private double accuracy = double.NegativeInfinity;
    private int without;

    /// <summary>Whether it is time to stop.</summary>
    public bool IsReached => without >= options.Patience;

    /// <summary>Hears of an evaluation of the weights that the model has now.</summary>
    /// <param name="percent">The accuracy on the validation images.</param>
    public void Observe(double percent)
    {
        if (percent > accuracy + options.MinDelta || double.IsNegativeInfinity(accuracy))
        {
            (accuracy, without) = (percent, 0);
            best.Take();
        }
        else
        {
            without++;
        }
    }

    /// <summary>Gives the model its best weights, if there was an evaluation.</summary>
    public void Give()
    {
        if (!double.IsNegativeInfinity(accuracy))
        {
            best.Give();
        }
    }

    /// <summary>Puts all that it knows into a snapshot.</summary>
    public void Save(IDictionary<string, Tensor> tensors, IDictionary<string, string> values)
    {
        best.Save(tensors, Prefix);
        values["early-stop.accuracy"] = SnapshotReader.Text(accuracy);
        values["early-stop.without"] = SnapshotReader.Text(without);
    }

    /// <summary>Reads it back.</summary>
    public void Restore(SnapshotReader saved)
    {
        best.Restore(saved, Prefix);
        accuracy = saved.Number("early-stop.accuracy");
        without = (int)saved.Number("early-stop.without");
    }

    /// <inheritdoc/>
    public void Dispose() => best.Dispose();
}
