using static TorchSharp.torch;

namespace Espalier.Data;

/// <summary>
/// A random part of each image, enlarged to the image's size, as torchvision's RandomResizedCrop chooses it: an area from the least to the whole, an aspect ratio
/// from 3/4 to 4/3, and where ten attempts do not fit, the middle.
/// </summary>
internal static class ResizedCrop
{
    private const double LeastAspect = 3.0 / 4;
    private const int Attempts = 10;

    /// <summary>float32 images of the same size, by one bilinear look-up for all.</summary>
    /// <param name="images">[N, C, H, W] of any number type.</param>
    /// <param name="leastArea">The least part of the area, above 0 and at most 1.</param>
    /// <param name="draws">One sequence per image.</param>
    public static Tensor Apply(Tensor images, double leastArea, RandomDraws[] draws)
    {
        using var scope = NewDisposeScope();
        var (height, width) = ((int)images.shape[2], (int)images.shape[3]);
        var matrices = draws.Select(draw => Draw(draw, leastArea, height, width)).SelectMany(box => Matrix(box, height, width)).ToArray();
        var grid = nn.functional.affine_grid(tensor(matrices, [draws.Length, 2, 3]), images.shape);
        return nn.functional.grid_sample(
            images.to_type(ScalarType.Float32), grid, padding_mode: GridSamplePaddingMode.Border, align_corners: false).MoveToOuterDisposeScope();
    }

    /// <summary>The part of one image.</summary>
    internal static Box Draw(RandomDraws draws, double leastArea, int height, int width)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var area = draws.NextDouble(leastArea, 1) * height * width;
            var aspect = Math.Exp(draws.NextDouble(Math.Log(LeastAspect), -Math.Log(LeastAspect)));
            var (h, w) = ((int)Math.Round(Math.Sqrt(area / aspect)), (int)Math.Round(Math.Sqrt(area * aspect)));
            if (h > 0 && w > 0 && h <= height && w <= width)
            {
                return new Box(draws.NextBelow(height - h + 1), draws.NextBelow(width - w + 1), h, w);
            }
        }

        var (tall, wide) = (Math.Min(height, (int)Math.Round(width / LeastAspect)), Math.Min(width, (int)Math.Round(height / LeastAspect)));
        return new Box((height - tall) / 2, (width - wide) / 2, tall, wide);
    }

    /// <summary>Where a pixel of the result comes from, from -1 to 1.</summary>
    private static float[] Matrix(Box box, int height, int width) =>
    [
        (float)box.Width / width, 0, (((2f * box.Left) + box.Width) / width) - 1, 0, (float)box.Height / height, (((2f * box.Top) + box.Height) / height) - 1,
    ];

    /// <summary>A part of an image, in pixels.</summary>
    internal readonly record struct Box(int Top, int Left, int Height, int Width);
}
