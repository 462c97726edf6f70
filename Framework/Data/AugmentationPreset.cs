namespace Espalier.Data;

/// <summary>Augmentations by name.</summary>
public enum AugmentationPreset
{
    /// <summary>Each part as its own option says.</summary>
    None,

    /// <summary>Padding 4, crop and flip: what CIFAR networks are trained with.</summary>
    CropFlip,

    /// <summary>The recipe of DeiT (arXiv 2012.12877, table 9).</summary>
    Deit,
}
