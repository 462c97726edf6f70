namespace TorchSharp;

/// <summary>How a tensor is shown to people.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, dtype and device only.</summary>
    Metadata = 0,

    /// <summary>Shape, dtype and device, and below them the values.</summary>
    Julia = 1,

    /// <summary>The values only.</summary>
    Numpy = 2,

    /// <summary>What <see cref="torch.TensorStringStyle"/> says.</summary>
    Default = 3,
}
