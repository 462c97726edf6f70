namespace Espalier.Weights.Checkpoints;

/// <summary>A tensor in a checkpoint: a view into a storage, checked to lie within it.</summary>
/// <param name="Storage">Where its elements are.</param>
/// <param name="First">The first of them.</param>
/// <param name="Shape">Its sizes.</param>
/// <param name="Strides">Elements from one index to the next, per dimension.</param>
internal sealed record CheckpointTensor(CheckpointStorage Storage, long First, long[] Shape, long[] Strides);
