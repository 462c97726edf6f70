using static TorchSharp.torch;

namespace Espalier.Plugins.Data.Png;

/// <summary>A picture as the planes of an image set; opacity is left out.</summary>
internal static class PngPlanes
{
    /// <summary>uint8 [1, C, H, W], resized without aliasing where another size is asked for.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="grey">Whether C is 1; else 3.</param>
    /// <param name="height">Rows wanted.</param>
    /// <param name="width">Columns wanted.</param>
    public static Tensor Of(PngImage image, bool grey, int height, int width)
    {
        var channels = grey ? 1 : 3;
        var planes = new byte[channels * image.Height * image.Width];
        var count = image.Height * image.Width;
        for (var i = 0; i < count; i++)
        {
            var pixel = image.Samples.AsSpan(i * image.Channels, image.Channels);
            var (r, g, b) = image.Channels < 3 ? (pixel[0], pixel[0], pixel[0]) : (pixel[0], pixel[1], pixel[2]);
            if (grey)
            {
                // Weights of 2^16 in all, as Pillow's: a grey pixel stays what it is.
                planes[i] = (byte)(((r * 19595) + (g * 38470) + (b * 7471) + 0x8000) >> 16);
            }
            else
            {
                (planes[i], planes[count + i], planes[(2 * count) + i]) = (r, g, b);
            }
        }

        var whole = tensor(planes, [1, channels, image.Height, image.Width]);
        return (height, width) == (image.Height, image.Width)
            ? whole
            : nn.functional.interpolate(whole.to_type(ScalarType.Float32), [height, width], mode: InterpolationMode.Bilinear, antialias: true)
                .round().clamp(0, 255).to_type(ScalarType.Byte);
    }
}
