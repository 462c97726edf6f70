using static TorchSharp.torch;

namespace Espalier.Data;

/// <summary>Applies all augmentations to one batch, in the order of timm: crop and flip, RandAugment, normalisation, erasing, mixing.</summary>
/// <param name="options">Checked options.</param>
/// <param name="normalization">Of the set.</param>
/// <param name="seed">What all choices come from.</param>
/// <param name="classes">How many classes the set has.</param>
internal sealed class Augmenter(AugmentationOptions options, Normalization normalization, long seed, int classes)
{
    /// <summary>Normalised images, and soft targets where they were mixed.</summary>
    /// <param name="images">uint8 [N, C, H, W].</param>
    /// <param name="labels">int64 [N].</param>
    /// <param name="epoch">From 0.</param>
    /// <param name="first">The first image's place in the epoch.</param>
    /// <param name="step">The batch's place in the epoch.</param>
    public (Tensor Images, Tensor? Targets) Apply(Tensor images, Tensor labels, long epoch, long first, long step)
    {
        RandomDraws[] Draws(RandomUse use) =>
            [.. Enumerable.Range(0, (int)images.shape[0]).Select(i => new RandomDraws(seed, epoch, use, (ulong)(first + i)))];

        if (options.ResizedCrop is { } leastArea)
        {
            images = ResizedCrop.Apply(images, leastArea, Draws(RandomUse.ResizedCrop));
        }

        if (options.CropPadding > 0 || options.HorizontalFlip)
        {
            images = Placement.Apply(images, options.CropPadding, options.HorizontalFlip, Draws(RandomUse.Placement));
        }

        if (options.RandAugment is { } change)
        {
            images = RandAugment.Apply(images, change, normalization.Mean, Draws(RandomUse.Changes));
        }

        var pixels = normalization.Apply(images);
        if (options.RandomErasing > 0)
        {
            pixels = Erasing.Apply(
                pixels, options.RandomErasing, Draws(RandomUse.Erasing), new RandomDraws(seed, epoch, RandomUse.Noise, (ulong)step));
        }

        return options.Mixup > 0 || options.CutMix > 0
            ? Mixing.Apply(pixels, labels, classes, options, new RandomDraws(seed, epoch, RandomUse.Mixing, (ulong)step))
            : (pixels, null);
    }
}
