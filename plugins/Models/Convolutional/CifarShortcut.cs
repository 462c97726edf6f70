namespace Espalier.Models;

/// <summary>What a <see cref="CifarResNet"/> adds where the width changes.</summary>
public enum CifarShortcut
{
    /// <summary>Every second pixel, with channels of zeros on either side (option A of the paper).</summary>
    ZeroPadding,

    /// <summary>A convolution of one pixel (option B of the paper).</summary>
    Convolution,
}
