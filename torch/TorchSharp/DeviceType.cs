namespace TorchSharp;

/// <summary>Kinds of devices; the numbers are libtorch's.</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    CPU = 0,

    /// <summary>An NVIDIA GPU.</summary>
    CUDA = 1,

    /// <summary>A GPU through Metal.</summary>
    MPS = 13,

    /// <summary>No device: tensors have shapes and dtypes but no data.</summary>
    META = 14,
}
