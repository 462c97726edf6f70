namespace Espalier.Weights.Checkpoints;

/// <summary>A storage as a tensor names it: the whole of one, or (in old files) a part.</summary>
internal sealed record StorageView(CheckpointStorage Storage, long First, long Elements);
