namespace Espalier.Reports;

/// <summary>An epoch of training. What was not measured is null.</summary>
/// <param name="Epoch">Its number within its training, from 1.</param>
/// <param name="Loss">The mean training loss.</param>
/// <param name="ValidationLoss">The loss on the data of the evaluation.</param>
/// <param name="AccuracyPercent">The accuracy on the data of the evaluation, in percent.</param>
/// <param name="LearningRate">The learning rate at its end.</param>
public sealed record TrainingEpoch(int Epoch, double Loss, double? ValidationLoss = null, double? AccuracyPercent = null, double? LearningRate = null);
