namespace Espalier.Data;

/// <summary>What random numbers are drawn for: each use has its own, so that one option does not change another's choices.</summary>
public enum RandomUse
{
    /// <summary>The order of an epoch.</summary>
    Order = 1,

    /// <summary>Crop and flip of an image.</summary>
    Placement = 2,

    /// <summary>RandAugment's changes of an image.</summary>
    Changes = 3,

    /// <summary>The rectangle of an image that is erased.</summary>
    Erasing = 4,

    /// <summary>The noise in erased rectangles.</summary>
    Noise = 5,

    /// <summary>Mixup and cutmix of a batch.</summary>
    Mixing = 6,

    /// <summary>The parting of a set in two.</summary>
    Split = 7,

    /// <summary>The drawing of generated images.</summary>
    Drawing = 8,

    /// <summary>The part of an image that is enlarged.</summary>
    ResizedCrop = 9,
}
