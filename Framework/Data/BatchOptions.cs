namespace Espalier.Data;

/// <summary>How a set becomes batches.</summary>
public sealed record BatchOptions
{
    /// <summary>Images per batch, at least 1. Default: 128.</summary>
    public int Size { get; init; } = 128;

    /// <summary>Whether every epoch has an order of its own; else it is the set's. Default: false.</summary>
    public bool Shuffle { get; init; }

    /// <summary>Whether a last batch of fewer images is left out. Default: false.</summary>
    public bool DropLast { get; init; }

    /// <summary>What all random choices come from. Default: 0.</summary>
    public long Seed { get; init; }

    /// <summary>What is done to the images; null: nothing but normalisation.</summary>
    public AugmentationOptions? Augmentation { get; init; }

    /// <summary>null: the set's own.</summary>
    public Normalization? Normalization { get; init; }

    /// <summary>How many batches are made ahead of their use; 0: each when it is asked for, on the asking thread. Default: 2.</summary>
    public int Prefetch { get; init; } = 2;

    /// <summary>How many threads make batches ahead, at least 1. The batches do not depend on it. Default: 1.</summary>
    public int Workers { get; init; } = 1;
}
