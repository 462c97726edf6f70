using static TorchSharp.torch;

namespace Espalier.Data;

/// <summary>Mixup (arXiv 1710.09412) and cutmix (arXiv 1905.04899) of a batch with its reverse, at one share for all.</summary>
internal static class Mixing
{
    /// <summary>The mixed batch and its targets; the batch itself and null where the draw says not to mix.</summary>
    /// <param name="images">float32 [N, C, H, W].</param>
    /// <param name="labels">int64 [N].</param>
    /// <param name="classes">How many there are.</param>
    /// <param name="options">Alphas and probabilities; at least one alpha is above 0.</param>
    /// <param name="draws">The batch's sequence.</param>
    public static (Tensor Images, Tensor? Targets) Apply(
        Tensor images, Tensor labels, int classes, AugmentationOptions options, RandomDraws draws)
    {
        if (draws.NextDouble() >= options.MixProbability)
        {
            return (images, null);
        }

        var cut = options.Mixup == 0 || (options.CutMix > 0 && draws.NextDouble() < options.MixSwitch);
        var share = draws.NextBeta(cut ? options.CutMix : options.Mixup);
        if (cut)
        {
            (images, share) = Cut(images, share, draws);
        }
        else
        {
            images = images.mul(share).add_(images.flip(0), 1 - share);
        }

        var targets = nn.functional.one_hot(labels, classes).to_type(ScalarType.Float32);
        return (images, targets.mul(share).add_(targets.flip(0), 1 - share));
    }

    /// <summary>Puts a rectangle of the reverse, about 1 - share of the area, into the batch; returns what share stayed.</summary>
    private static (Tensor Images, double Share) Cut(Tensor images, double share, RandomDraws draws)
    {
        var (height, width) = ((int)images.shape[2], (int)images.shape[3]);
        var side = Math.Sqrt(1 - share);
        var (top, bottom) = Range(draws.NextBelow(height), (int)(height * side), height);
        var (left, right) = Range(draws.NextBelow(width), (int)(width * side), width);
        var mixed = images.clone();
        Part(mixed).copy_(Part(images.flip(0)));
        return (mixed, 1 - ((double)(bottom - top) * (right - left) / ((double)height * width)));

        Tensor Part(Tensor whole) => whole.narrow(2, top, bottom - top).narrow(3, left, right - left);
    }

    private static (int From, int To) Range(int centre, int length, int size) =>
        (Math.Clamp(centre - (length / 2), 0, size), Math.Clamp(centre + (length / 2), 0, size));
}
