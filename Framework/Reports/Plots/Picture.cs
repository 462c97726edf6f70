using static TorchSharp.torch;

namespace Espalier.Reports;

/// <summary>An image as its pixels.</summary>
/// <param name="Caption">A few words below it.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Channels">1 for grey, 3 for red, green and blue.</param>
/// <param name="Pixels">Row by row from the top, the channels of a pixel together: width x height x channels bytes.</param>
public sealed record Picture(string Caption, int Width, int Height, int Channels, byte[] Pixels)
{
    /// <summary>The most pixels that a side has: larger images would only make a report heavy.</summary>
    public const int Largest = 96;

    /// <summary>An image of a data set, made smaller where it is large.</summary>
    /// <param name="caption">A few words below it.</param>
    /// <param name="image">uint8 [C, H, W]; of other than three channels the first is shown.</param>
    public static Picture Of(string caption, Tensor image)
    {
        ArgumentNullException.ThrowIfNull(image);
        using var scope = NewDisposeScope();
        var shown = (image.shape[0] == 3 ? image : image.narrow(0, 0, 1)).cpu().to_type(ScalarType.Float32);
        var small = Shrunk(shown).round().to_type(ScalarType.Byte).permute(1, 2, 0).contiguous();
        return new Picture(caption, (int)small.shape[1], (int)small.shape[0], (int)small.shape[2], small.data<byte>().ToArray());
    }

    /// <summary>Numbers as shades of grey, made smaller where there are many.</summary>
    /// <param name="caption">A few words below it.</param>
    /// <param name="numbers">Row by row from the top, at least 0.</param>
    /// <param name="width">How many a row has.</param>
    /// <param name="white">What becomes white; 0 is black.</param>
    public static Picture Of(string caption, IReadOnlyList<double> numbers, int width, double white)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        using var scope = NewDisposeScope();
        float[] shades = [.. numbers.Select(number => (float)(white > 0 ? Math.Clamp(number / white, 0, 1) * 255 : 0))];
        return Of(caption, tensor(shades, [1, numbers.Count / width, width]).round().to_type(ScalarType.Byte));
    }

    private static Tensor Shrunk(Tensor image)
    {
        var (height, width) = (image.shape[1], image.shape[2]);
        var factor = Largest / (double)Math.Max(height, width);
        return factor >= 1
            ? image
            : nn.functional.adaptive_avg_pool2d(
                image.unsqueeze(0), [Math.Max(1, (long)Math.Round(height * factor)), Math.Max(1, (long)Math.Round(width * factor))]).squeeze(0);
    }
}
