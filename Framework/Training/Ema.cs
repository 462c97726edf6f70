using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Training;

/// <summary>An exponential moving average of a model's parameters and buffers; buffers of integers are taken as they are.</summary>
/// <param name="model">The model, whose tensors must stay the same objects.</param>
/// <param name="options">How much of the average stays.</param>
internal sealed class Ema(nn.Module model, EmaOptions options) : IDisposable
{
    /// <summary>The averages.</summary>
    public WeightCopy Weights { get; } = new(model);

    /// <summary>Takes in the model's weights after a step: <c>a = d a + (1 - d) w</c>.</summary>
    /// <param name="step">The step, counted from 0 over all epochs.</param>
    public void Update(long step)
    {
        var decay = options.Warmup ? Math.Min(options.Decay, (1.0 + step) / (10 + step)) : options.Decay;
        using var off = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (_, live, average) in Weights.Entries)
        {
            if (average.is_floating_point())
            {
                average.mul_(decay).add_(live, alpha: 1 - decay);
            }
            else
            {
                average.copy_(live);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Weights.Dispose();
}
