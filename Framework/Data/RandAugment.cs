using static TorchSharp.torch;

namespace Espalier.Data;

/// <summary>RandAugment on a batch: in every round the images that drew the same change go through it together.</summary>
internal static class RandAugment
{
    private const int Kinds = 15;

    /// <summary>float32 images from 0 to 255.</summary>
    /// <param name="images">[N, C, H, W], from 0 to 255.</param>
    /// <param name="options">Checked options.</param>
    /// <param name="fill">What comes in from outside the image: per channel, from 0 to 1.</param>
    /// <param name="draws">One sequence per image.</param>
    public static Tensor Apply(Tensor images, RandAugmentOptions options, IReadOnlyList<double> fill, RandomDraws[] draws)
    {
        var result = images.to_type(ScalarType.Float32, copy: true);
        var background = tensor(fill.Select(static mean => (float)(mean * 255)).ToArray(), [1, fill.Count, 1, 1]);
        for (var round = 0; round < options.Count; round++)
        {
            var drawn = draws.Select((draw, image) => (Image: (long)image, Change: Draw(draw, options)));
            var chosen = drawn.Where(static item => item.Change.HasValue);
            foreach (var group in chosen.GroupBy(static item => Together(item.Change!.Value.Kind)))
            {
                using var scope = NewDisposeScope();
                var which = tensor(group.Select(static item => item.Image).ToArray());
                var changes = group.Select(static item => item.Change!.Value).ToArray();
                var part = result.index_select(0, which);
                result.index_copy_(0, which, group.Key == ChangeKind.Rotate
                    ? GeometricChanges.Apply(part, changes, background)
                    : ColorChanges.Apply(part, group.Key, changes));
            }
        }

        return result;
    }

    /// <summary>What stands for all changes that are made by one operation.</summary>
    private static ChangeKind Together(ChangeKind kind) => GeometricChanges.Has(kind) ? ChangeKind.Rotate : kind;

    /// <summary>The next change of an image; null: none. Draws the same number of times in both cases.</summary>
    private static Change? Draw(RandomDraws draws, RandAugmentOptions options)
    {
        var kind = (ChangeKind)draws.NextBelow(Kinds);
        var happens = draws.NextDouble() < options.Probability;
        var level = Math.Clamp(options.Magnitude + (options.MagnitudeStd * draws.NextNormal()), 0, 10) / 10;
        var sign = draws.NextBelow(2) == 0 ? 1 : -1;
        return happens ? new Change(kind, level, sign) : null;
    }
}
