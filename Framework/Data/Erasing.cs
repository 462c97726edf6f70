using static TorchSharp.torch;

namespace Espalier.Data;

/// <summary>Random erasing (arXiv 1708.04896) as timm's <c>pixel</c> mode: one rectangle of normal noise in normalised images.</summary>
internal static class Erasing
{
    private const double LeastArea = 0.02, MostArea = 1.0 / 3, LeastAspect = 0.3;
    private const int Attempts = 10;

    /// <summary>The batch with the chosen images' rectangles filled; the others as they were.</summary>
    /// <param name="images">float32 [N, C, H, W], normalised; changed in place.</param>
    /// <param name="probability">Of each image.</param>
    /// <param name="draws">One sequence per image.</param>
    /// <param name="noise">Gives the seed of libtorch's generator, which draws the noise.</param>
    public static Tensor Apply(Tensor images, double probability, RandomDraws[] draws, RandomDraws noise)
    {
        var (height, width) = ((int)images.shape[2], (int)images.shape[3]);
        var chosen = new List<(long Image, Box Box)>();
        for (var i = 0; i < draws.Length; i++)
        {
            if (draws[i].NextDouble() < probability && Draw(draws[i], height, width) is { } box)
            {
                chosen.Add((i, box));
            }
        }

        if (chosen.Count == 0)
        {
            return images;
        }

        var which = tensor(chosen.Select(static item => item.Image).ToArray(), [chosen.Count]);
        var rows = Within(chosen.Select(static item => (item.Box.Top, item.Box.Height)), chosen.Count, height);
        var columns = Within(chosen.Select(static item => (item.Box.Left, item.Box.Width)), chosen.Count, width);
        var inside = rows.unsqueeze(1).unsqueeze(3).logical_and(columns.unsqueeze(1).unsqueeze(1));
        using var generator = new Generator(((ulong)noise.NextBits() << 32) | noise.NextBits());
        var values = randn([chosen.Count, images.shape[1], height, width], generator: generator);
        return images.index_copy_(0, which, where(inside, values, images.index_select(0, which)));
    }

    private static Box? Draw(RandomDraws draws, int height, int width)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var area = draws.NextDouble(LeastArea, MostArea) * height * width;
            var aspect = Math.Exp(draws.NextDouble(Math.Log(LeastAspect), -Math.Log(LeastAspect)));
            var (h, w) = ((int)Math.Round(Math.Sqrt(area * aspect)), (int)Math.Round(Math.Sqrt(area / aspect)));
            if (h > 0 && w > 0 && h < height && w < width)
            {
                return new Box(draws.NextBelow(height - h + 1), draws.NextBelow(width - w + 1), h, w);
            }
        }

        return null;
    }

    private static Tensor Within(IEnumerable<(int First, int Length)> ranges, int count, int size)
    {
        var parts = ranges.ToArray();
        var from = tensor(parts.Select(static part => (long)part.First).ToArray(), [count, 1]);
        var to = tensor(parts.Select(static part => (long)(part.First + part.Length)).ToArray(), [count, 1]);
        var places = arange(size).unsqueeze(0);
        return places.ge(from).logical_and(places.lt(to));
    }

    private readonly record struct Box(int Top, int Left, int Height, int Width);
}
