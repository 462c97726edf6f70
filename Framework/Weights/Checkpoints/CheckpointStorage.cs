using static TorchSharp.torch;

namespace Espalier.Weights.Checkpoints;

/// <summary>A run of elements in a checkpoint; several tensors may look into one.</summary>
internal sealed class CheckpointStorage(string key, ScalarType type, long elements)
{
    public string Key => key;

    public ScalarType Type => type;

    public long Elements => elements;

    /// <summary>Its length in bytes.</summary>
    public long Bytes => elements * TensorData.Size(type);

    /// <summary>Where its data lies in the file; null until that is known.</summary>
    public long? Offset { get; set; }
}
