namespace Espalier.Weights.Checkpoints;

/// <summary>What a pickle may name and call: each makes a tensor or a plain container, and none is code of the file.</summary>
internal enum PickleFunction
{
    /// <summary><c>collections.OrderedDict</c>.</summary>
    OrderedDictionary,

    /// <summary><c>set</c> and <c>frozenset</c>.</summary>
    Set,

    /// <summary><c>bytes</c> and <c>bytearray</c>.</summary>
    Bytes,

    /// <summary><c>_codecs.encode</c>: how old protocols write bytes.</summary>
    Encode,

    /// <summary><c>complex</c>.</summary>
    Complex,

    /// <summary><c>torch.Size</c>.</summary>
    Size,

    /// <summary><c>torch._utils._rebuild_tensor</c>.</summary>
    Tensor,

    /// <summary><c>torch._utils._rebuild_tensor_v2</c>.</summary>
    TensorV2,

    /// <summary><c>torch._utils._rebuild_parameter</c>.</summary>
    Parameter,
}
