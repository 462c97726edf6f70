namespace TorchSharp;

/// <summary>How much a convolution pads its input, by name.</summary>
public enum Padding
{
    /// <summary>Not at all.</summary>
    Valid = 0,

    /// <summary>So that the output has the size of the input.</summary>
    Same = 1,
}
