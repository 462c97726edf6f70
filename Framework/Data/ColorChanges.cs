using static TorchSharp.torch;

namespace Espalier.Data;

/// <summary>Changes of value, for all images that drew one, each at its level; defined as in Pillow's ImageOps and ImageEnhance.</summary>
internal static class ColorChanges
{
    /// <summary>The changed images, from 0 to 255.</summary>
    /// <param name="images">float32 [N, C, H, W], from 0 to 255.</param>
    /// <param name="kind">Of all changes.</param>
    /// <param name="changes">One per image.</param>
    public static Tensor Apply(Tensor images, ChangeKind kind, Change[] changes)
    {
        var changed = kind switch
        {
            ChangeKind.AutoContrast => AutoContrast(images),
            ChangeKind.Equalize => Equalize(images),
            ChangeKind.Invert => 255 - images,
            ChangeKind.Posterize => Posterize(images, Levels(static change => Math.Pow(2, 4 + Math.Floor(change.Level * 4)))),
            ChangeKind.Solarize => where(images.lt(Levels(static change => 256 - Math.Floor(change.Level * 256))), images, 255 - images),
            ChangeKind.SolarizeAdd => where(images.lt(128), images + Levels(static change => Math.Floor(change.Level * 110)), images),
            ChangeKind.Color => Blend(Grey(images)),
            ChangeKind.Contrast => Blend(Grey(images).mean([1, 2, 3], true)),
            ChangeKind.Brightness => images * Factors(),
            ChangeKind.Sharpness => Blend(Smooth(images)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "It is a change of geometry."),
        };
        return changed.clamp(0, 255);

        Tensor Levels(Func<Change, double> value) =>
            tensor(changes.Select(change => (float)value(change)).ToArray(), [changes.Length, 1, 1, 1]);
        Tensor Factors() => Levels(static change => Math.Max(0.1, 1 + (0.9 * change.Level * change.Sign)));
        Tensor Blend(Tensor other) => other + ((images - other) * Factors());
    }

    /// <summary>Luma of red, green and blue (ITU-R BT.601); the mean where there are other channels. [N, 1, H, W].</summary>
    private static Tensor Grey(Tensor images) => images.shape[1] == 3
        ? (images * tensor([0.299f, 0.587f, 0.114f], [1, 3, 1, 1])).sum(1, true)
        : images.mean([1], true);

    private static Tensor AutoContrast(Tensor images)
    {
        var (low, high) = (images.amin([2, 3], true), images.amax([2, 3], true));
        return where(high.gt(low), (images - low) * 255 / (high - low).clamp_min(1e-6), images);
    }

    /// <summary>Drops bits: rounds down to a multiple of the step, from 16 to 256.</summary>
    private static Tensor Posterize(Tensor images, Tensor step) => (images.round() / step).floor() * step;

    private static Tensor Equalize(Tensor images)
    {
        var (count, channels, height, width) = (images.shape[0], images.shape[1], images.shape[2], images.shape[3]);
        var values = images.round().to_type(ScalarType.Int64).reshape(count * channels, height * width);
        var histogram = zeros(count * channels, 256).scatter_add_(1, values, ones(count * channels, height * width));
        // The step is the number of pixels per level, without those of the highest value that occurs.
        var highest = values.amax([1], true);
        var step = ((height * width) - histogram.gather(1, highest)).div(255).floor();
        var before = histogram.cumsum(1) - histogram;
        var table = ((before + (step / 2).floor()) / step.clamp_min(1)).floor().clamp(0, 255);
        var even = table.gather(1, values).reshape(images.shape);
        return where(step.gt(0).reshape(count, channels, 1, 1), even, images);
    }

    /// <summary>Pillow's SMOOTH: a 3x3 mean with weight 5 in the middle; the outermost pixels stay.</summary>
    private static Tensor Smooth(Tensor images)
    {
        var (count, channels, height, width) = (images.shape[0], images.shape[1], images.shape[2], images.shape[3]);
        var smooth = images.clone();
        if (height >= 3 && width >= 3)
        {
            var kernel = tensor([1f, 1, 1, 1, 5, 1, 1, 1, 1], [1, 1, 3, 3]) / 13;
            var inner = nn.functional.conv2d(images.reshape(count * channels, 1, height, width), kernel);
            smooth.narrow(2, 1, height - 2).narrow(3, 1, width - 2).copy_(inner.reshape(count, channels, height - 2, width - 2));
        }

        return smooth;
    }
}
