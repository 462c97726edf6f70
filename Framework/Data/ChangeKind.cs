namespace Espalier.Data;

/// <summary>RandAugment's changes, in timm's order. Levels go from 0 to 10; signs are drawn.</summary>
internal enum ChangeKind
{
    /// <summary>Stretches every channel to 0 to 255.</summary>
    AutoContrast,

    /// <summary>Evens out every channel's histogram.</summary>
    Equalize,

    /// <summary>255 - x.</summary>
    Invert,

    /// <summary>By up to 30 degrees.</summary>
    Rotate,

    /// <summary>Keeps 4 down to 0 high bits.</summary>
    Posterize,

    /// <summary>Inverts from 256 down to 0 on.</summary>
    Solarize,

    /// <summary>Adds up to 110 to what is below 128.</summary>
    SolarizeAdd,

    /// <summary>Saturation times 1 -+ 0.9.</summary>
    Color,

    /// <summary>Contrast times 1 -+ 0.9.</summary>
    Contrast,

    /// <summary>Brightness times 1 -+ 0.9.</summary>
    Brightness,

    /// <summary>Sharpness times 1 -+ 0.9.</summary>
    Sharpness,

    /// <summary>By up to 0.3.</summary>
    ShearX,

    /// <summary>By up to 0.3.</summary>
    ShearY,

    /// <summary>By up to 0.45 of the width.</summary>
    TranslateX,

    /// <summary>By up to 0.45 of the height.</summary>
    TranslateY,
}
