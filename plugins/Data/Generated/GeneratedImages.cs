using Espalier.Data;
using Espalier.Plugins;
using static TorchSharp.torch;

namespace Espalier.Plugins.Data.Generated;

/// <summary>Textured shapes at random places, sizes, angles and colours, with noise: a set that needs no files. The same options draw the same
/// bytes on every machine.</summary>
[PluginPart("generated")]
public sealed class GeneratedImages(GeneratedOptions options) : IDataSource
{
    private const int Shapes = 5;

    // Four points per pixel.
    private const int Fine = 2;

    // Of the sum of four evenly distributed bytes.
    private const double SumMean = 510, SumDeviation = 147.8;

    /// <inheritdoc/>
    public string Name => "generated";

    /// <inheritdoc/>
    public ImageSet Load(DataSplit split, CancellationToken cancellation = default)
    {
        var (count, channels) = (split == DataSplit.Train ? options.Train : options.Test, options.Color ? 3 : 1);
        var image = channels * options.Size * options.Size;
        if (options.Classes is < 2 or > 20 || options.Size is < 8 or > 1024 || count < 1 || (long)count * image > Array.MaxLength)
        {
            throw new DataException($"{Name}: {count} images of {options.Size} x {options.Size} pixels in {options.Classes} classes cannot be drawn. Classes are from 2 to 20, sizes from 8 to 1024, and all images together have less than 2 GB.");
        }

        var pixels = new byte[count * image];
        var labels = new long[count];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            labels[i] = i % options.Classes;
            Draw((int)labels[i], channels, new RandomDraws(options.Seed, (long)split, RandomUse.Drawing, (ulong)i), pixels.AsSpan(i * image, image));
        });
        var normalization = new Normalization(
            Enumerable.Repeat(0.5, channels).ToArray(), Enumerable.Repeat(0.25, channels).ToArray());
        return new ImageSet(
            $"{Name} {split}", tensor(pixels, [count, channels, options.Size, options.Size]), tensor(labels, [count]),
            [.. Enumerable.Range(0, options.Classes).Select(Class)], normalization);
    }

    private static string Class(int label) => $"{(Texture)(label / Shapes)} {(Shape)(label % Shapes)}".ToLowerInvariant();

    private void Draw(int label, int channels, RandomDraws draws, Span<byte> pixels)
    {
        var figure = new Figure((Shape)(label % Shapes), (Texture)(label / Shapes), channels, draws);
        Span<double> color = stackalloc double[channels];
        var (size, step) = (options.Size, 1.0 / (options.Size * Fine));
        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++)
            {
                color.Clear();
                for (var point = 0; point < Fine * Fine; point++)
                {
                    figure.Add(((x * Fine) + (point % Fine) + 0.5) * step, ((y * Fine) + (point / Fine) + 0.5) * step, color);
                }

                for (var c = 0; c < channels; c++)
                {
                    var bits = draws.NextBits();
                    var sum = (bits & 255) + ((bits >> 8) & 255) + ((bits >> 16) & 255) + (bits >> 24);
                    var value = (color[c] / (Fine * Fine)) + (options.Noise * (sum - SumMean) / SumDeviation);
                    pixels[(((c * size) + y) * size) + x] = (byte)Math.Clamp(Math.Floor((value * 255) + 0.5), 0, 255);
                }
            }
    }
}
