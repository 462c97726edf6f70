namespace Espalier.Plugins.Snp;

/// <summary>How a ratio becomes a number of neurons. The released ratios are rounded irregularly; which rule is the default is our choice.</summary>
public enum Rounding
{
    /// <summary>floor(ratio x width + 0.5) go.</summary>
    Nearest,

    /// <summary>floor(ratio x width) go.</summary>
    Floor,

    /// <summary>ceiling(ratio x width) go.</summary>
    Ceiling,
}
