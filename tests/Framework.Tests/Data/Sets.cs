using Espalier.Data;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Data;

/// <summary>Small sets whose pixels are a known function of their place.</summary>
internal static class Sets
{
    /// <summary>The pixel at a place: (31 n + 17 c + 7 y + 3 x) mod 251 + 1, so that 0 comes from padding only.</summary>
    public static byte Pixel(int n, int c, int y, int x) => (byte)((((31 * n) + (17 * c) + (7 * y) + (3 * x)) % 251) + 1);

    /// <summary>Images of known pixels, label n mod classes, normalisation to [0, 255] as they are.</summary>
    public static ImageSet Known(int count, int channels = 3, int height = 6, int width = 5, int classes = 4)
    {
        var pixels = new byte[count * channels * height * width];
        var at = 0;
        for (var n = 0; n < count; n++)
            for (var c = 0; c < channels; c++)
                for (var y = 0; y < height; y++)
                    for (var x = 0; x < width; x++)
                    {
                        pixels[at++] = Pixel(n, c, y, x);
                    }

        var labels = Enumerable.Range(0, count).Select(n => (long)(n % classes)).ToArray();
        return new ImageSet(
            "known", tensor(pixels, [count, channels, height, width]), tensor(labels, [count]),
            [.. Enumerable.Range(0, classes).Select(static i => $"class {i}")], Bytes(channels));
    }

    /// <summary>Keeps pixels from 0 to 255.</summary>
    public static Normalization Bytes(int channels) =>
        new(Enumerable.Repeat(0.0, channels).ToArray(), Enumerable.Repeat(1 / 255.0, channels).ToArray());

    /// <summary>The numbers of a float32 tensor.</summary>
    public static float[] Numbers(Tensor tensor) => tensor.contiguous().data<float>().ToArray();
}
