using Espalier.Plugins;
using Espalier.Recipes;

namespace Espalier.Data;

/// <summary>What is done to training images. Every part is off by default; label smoothing is the loss's.</summary>
[PluginOptions]
public sealed record AugmentationOptions : IValidatedOptions
{
    /// <summary>All parts at once, in place of each by itself: <c>augmentation: deit</c>. Default: <c>none</c>.</summary>
    [Option(Shorthand = true)]
    public AugmentationPreset Preset { get; init; }

    /// <summary>Pixels of black added on every side before a random part of the original size is cut out. Default: 0.</summary>
    [Option(Min = 0)]
    public int CropPadding { get; init; }

    /// <summary>The least part of an image's area that a random crop takes, which is then enlarged to the image's size: above 0, at most 1, 0.08 for ImageNet. It
    /// stands in place of <c>crop-padding</c>. Default: no such crop.</summary>
    [Option(Min = 0, ExclusiveMin = true, Max = 1)]
    public double? ResizedCrop { get; init; }

    /// <summary>Whether half of the images are mirrored left to right. Default: false.</summary>
    public bool HorizontalFlip { get; init; }

    /// <summary>Random changes of geometry and colour; null: none.</summary>
    [Option(Name = "randaugment")]
    public RandAugmentOptions? RandAugment { get; init; }

    /// <summary>The probability that a rectangle of an image becomes noise, from 0 to 1. Default: 0.</summary>
    [Option(Min = 0, Max = 1)]
    public double RandomErasing { get; init; }

    /// <summary>How many differently augmented copies of an image come one after another in an epoch, at least 1; an epoch then shows
    /// so many times fewer images. Default: 1.</summary>
    [Option(Min = 1)]
    public int RepeatedAugmentation { get; init; } = 1;

    /// <summary>alpha of mixup's Beta(alpha, alpha), at least 0; 0: no mixup. Default: 0.</summary>
    [Option(Min = 0)]
    public double Mixup { get; init; }

    /// <summary>alpha of cutmix's Beta(alpha, alpha), at least 0; 0: no cutmix. Default: 0.</summary>
    [Option(Name = "cutmix", Min = 0)]
    public double CutMix { get; init; }

    /// <summary>The probability that a batch is mixed at all, from 0 to 1. Default: 1.</summary>
    [Option(Min = 0, Max = 1)]
    public double MixProbability { get; init; } = 1;

    /// <summary>The probability of cutmix rather than mixup where both are on, from 0 to 1. Default: 0.5.</summary>
    [Option(Min = 0, Max = 1)]
    public double MixSwitch { get; init; } = 0.5;

    /// <summary>Padding 4, crop and flip: what CIFAR networks are trained with.</summary>
    public static AugmentationOptions CropAndFlip { get; } = new() { CropPadding = 4, HorizontalFlip = true };

    /// <summary>The recipe of DeiT (arXiv 2012.12877, table 9) for small images: padded crops in place of resized ones.</summary>
    public static AugmentationOptions DeiT { get; } = new()
    {
        CropPadding = 4,
        HorizontalFlip = true,
        RandAugment = new(),
        RandomErasing = 0.25,
        RepeatedAugmentation = 3,
        Mixup = 0.8,
        CutMix = 1.0,
    };

    /// <summary>The parts that the preset stands for; without one, these options.</summary>
    public AugmentationOptions Resolve() => Preset switch
    {
        AugmentationPreset.CropFlip => CropAndFlip,
        AugmentationPreset.Deit => DeiT,
        _ => this,
    };

    /// <summary>Throws where a number is outside its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the option and its range.</exception>
    /// <exception cref="ArgumentException">Parts are given beside a preset.</exception>
    public void Validate()
    {
        foreach (var problem in Problems())
        {
            throw new ArgumentException(problem.Message);
        }

        Check(CropPadding >= 0, nameof(CropPadding), CropPadding, "at least 0");
        Check(ResizedCrop is null or (> 0 and <= 1), nameof(ResizedCrop), ResizedCrop ?? 0, "above 0 and at most 1");
        Check(RepeatedAugmentation >= 1, nameof(RepeatedAugmentation), RepeatedAugmentation, "at least 1");
        Check(RandomErasing is >= 0 and <= 1, nameof(RandomErasing), RandomErasing, "from 0 to 1");
        Check(MixProbability is >= 0 and <= 1, nameof(MixProbability), MixProbability, "from 0 to 1");
        Check(MixSwitch is >= 0 and <= 1, nameof(MixSwitch), MixSwitch, "from 0 to 1");
        Check(Mixup >= 0 && double.IsFinite(Mixup), nameof(Mixup), Mixup, "at least 0");
        Check(CutMix >= 0 && double.IsFinite(CutMix), nameof(CutMix), CutMix, "at least 0");
        RandAugment?.Validate();
    }

    /// <inheritdoc/>
    public IEnumerable<OptionProblem> Problems()
    {
        if (Preset != AugmentationPreset.None && this != new AugmentationOptions { Preset = Preset })
        {
            yield return new(nameof(Preset), "A preset says all of the augmentation: leave out its other options, or the preset.");
        }

        if (ResizedCrop is not null && CropPadding > 0)
        {
            yield return new(nameof(ResizedCrop), "An image is cropped in one way: leave out resized-crop or crop-padding.");
        }
    }

    private static void Check(bool holds, string name, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be {range}.");
        }
    }
}
