using Espalier.Data;

namespace Espalier.Plugins.Data.Generated;

/// <summary>One textured shape at a random place, size, angle and with random colours. Only sums, products, quotients and square roots are
/// used, which IEEE 754 rounds alike everywhere: the same seed draws the same picture on every machine.</summary>
internal sealed class Figure
{
    private const double Period = 0.5;
    private readonly Shape shape;
    private readonly Texture texture;
    private readonly double centerX, centerY, scale, cos, sin;
    private readonly double[] background, slope, first, second;

    /// <summary>Draws all random choices.</summary>
    /// <param name="shape">What.</param>
    /// <param name="texture">How it is filled.</param>
    /// <param name="channels">1 or 3.</param>
    /// <param name="draws">The picture's sequence.</param>
    public Figure(Shape shape, Texture texture, int channels, RandomDraws draws)
    {
        (this.shape, this.texture) = (shape, texture);
        var radius = draws.NextDouble(0.32, 0.46);
        scale = 1 / radius;
        (centerX, centerY) = (draws.NextDouble(radius, 1 - radius), draws.NextDouble(radius, 1 - radius));
        (cos, sin) = Direction(draws);
        background = Values(channels, draws, 0.25, 0.75);
        slope = Values(channels, draws, -0.2, 0.2);

        // Lighter or darker than the background, never alike: the second colour is the background's other side.
        var side = draws.NextBelow(2) == 0 ? 1 : -1;
        first = [.. background.Select(value => value + (side * draws.NextDouble(0.3, 0.5)))];
        second = [.. background.Select(value => value - (side * draws.NextDouble(0.2, 0.4)))];
    }

    /// <summary>Adds the colour at a point of the unit square.</summary>
    /// <param name="x">From the left.</param>
    /// <param name="y">From the top.</param>
    /// <param name="color">One sum per channel.</param>
    public void Add(double x, double y, Span<double> color)
    {
        var (dx, dy) = ((x - centerX) * scale, (y - centerY) * scale);
        var (u, v) = ((dx * cos) + (dy * sin), (dy * cos) - (dx * sin));
        var share = Inside(u, v) ? Share(u, v) : double.NaN;
        for (var c = 0; c < color.Length; c++)
        {
            color[c] += double.IsNaN(share) ? background[c] + (slope[c] * (x - y)) : (first[c] * share) + (second[c] * (1 - share));
        }
    }

    /// <summary>Within the unit circle around the shape's middle.</summary>
    private bool Inside(double u, double v)
    {
        var (a, b) = (Math.Abs(u), Math.Abs(v));
        var square = (u * u) + (v * v);
        return shape switch
        {
            Shape.Disc => square < 0.64,
            Shape.Square => Math.Max(a, b) < 0.7,
            Shape.Triangle => v < 0.5 && (a * 1.7320508) - v < 1,
            Shape.Cross => Math.Max(a, b) < 0.95 && Math.Min(a, b) < 0.28,
            _ => square is < 0.9 and > 0.25,
        };
    }

    /// <summary>How much of the first colour there is, from 0 to 1.</summary>
    private double Share(double u, double v) => texture switch
    {
        Texture.Plain => 1,
        Texture.Striped => Odd(u) ? 1 : 0,
        Texture.Shaded => Math.Clamp(0.5 + (0.6 * u), 0, 1),
        _ => Odd(u) != Odd(v) ? 1 : 0,
    };

    private static bool Odd(double place) => ((long)Math.Floor(place / Period) & 1) != 0;

    /// <summary>A direction, every one equally likely: a point of the unit disc, moved to its edge.</summary>
    private static (double Cos, double Sin) Direction(RandomDraws draws)
    {
        while (true)
        {
            var (x, y) = (draws.NextDouble(-1, 1), draws.NextDouble(-1, 1));
            var square = (x * x) + (y * y);
            if (square is > 0.01 and <= 1)
            {
                var length = Math.Sqrt(square);
                return (x / length, y / length);
            }
        }
    }

    private static double[] Values(int count, RandomDraws draws, double low, double high)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = draws.NextDouble(low, high);
        }

        return values;
    }
}
