namespace Espalier.Training;

/// <summary>A step of a training.</summary>
/// <param name="Epoch">From 0.</param>
/// <param name="Index">The step, counted from 0 over all epochs.</param>
/// <param name="Total">How many steps there are in all epochs.</param>
/// <param name="LearningRate">The step's learning rate.</param>
public readonly record struct TrainingStep(int Epoch, long Index, long Total, double LearningRate);
