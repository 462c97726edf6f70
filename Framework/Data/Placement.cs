using static TorchSharp.torch;

namespace Espalier.Data;

/// <summary>Padded random crop and mirroring, for a whole batch in one gather.</summary>
internal static class Placement
{
    /// <summary>Images of the same size, each moved by up to <paramref name="padding"/> pixels and perhaps mirrored.</summary>
    /// <param name="images">[N, C, H, W] of any type.</param>
    /// <param name="padding">Zeros on every side before the crop.</param>
    /// <param name="flip">Whether half of the images are mirrored.</param>
    /// <param name="draws">One sequence per image: row, column, mirrored or not.</param>
    public static Tensor Apply(Tensor images, int padding, bool flip, RandomDraws[] draws)
    {
        var (count, channels, height, width) = (draws.Length, images.shape[1], images.shape[2], images.shape[3]);
        var (tops, lefts, mirrored) = (new long[count], new long[count], new bool[count]);
        for (var i = 0; i < count; i++)
        {
            tops[i] = draws[i].NextBelow((2 * padding) + 1);
            lefts[i] = draws[i].NextBelow((2 * padding) + 1);
            mirrored[i] = flip && draws[i].NextBelow(2) == 1;
        }

        var padded = padding == 0 ? images : nn.functional.pad(images, [padding, padding, padding, padding]);
        var wide = width + (2 * padding);
        var rows = tensor(tops, [count, 1]) + arange(height);
        var straight = arange(width).unsqueeze(0);
        var columns = tensor(lefts, [count, 1]) + where(tensor(mirrored, [count, 1]), straight.flip(1), straight);
        // One position per pixel of the result, the same for all channels.
        var places = (rows.unsqueeze(2) * wide) + columns.unsqueeze(1);
        return padded.reshape(count, channels, (height + (2 * padding)) * wide)
            .gather(2, places.reshape(count, 1, height * width).expand(count, channels, height * width))
            .reshape(count, channels, height, width);
    }
}
