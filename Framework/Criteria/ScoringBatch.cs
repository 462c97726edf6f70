using static TorchSharp.torch;

namespace Espalier.Criteria;

/// <summary>One batch of calibration data. The first dimension of every tensor counts the samples.</summary>
/// <param name="Inputs">The model's inputs, on the model's device.</param>
/// <param name="Targets">What the loss compares the results with.</param>
public sealed record ScoringBatch(IReadOnlyList<Tensor> Inputs, IReadOnlyList<Tensor> Targets)
{
    /// <summary>A batch with one input and one target.</summary>
    public ScoringBatch(Tensor input, Tensor target)
        : this([input], [target])
    {
    }

    /// <summary>How many samples it has.</summary>
    public long Count => Inputs[0].shape[0];
}
