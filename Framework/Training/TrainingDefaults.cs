namespace Espalier.Training;

/// <summary>What a training is like where its options leave it open.</summary>
/// <param name="Epochs">How many epochs there are.</param>
/// <param name="RateFactor">What the optimizer's usual learning rate is multiplied by.</param>
/// <param name="WarmupEpochs">How long the learning rate rises, in epochs; no more than a tenth of all.</param>
public sealed record TrainingDefaults(int Epochs, double RateFactor, double WarmupEpochs)
{
    /// <summary>A model with random weights: 100 epochs.</summary>
    public static TrainingDefaults FromScratch { get; } = new(100, 1, 5);

    /// <summary>A trained model that was changed: 10 epochs at a tenth of the learning rate.</summary>
    public static TrainingDefaults FineTuning { get; } = new(10, 0.1, 0);
}
