using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Data;

/// <summary>Mean and standard deviation per channel, of pixels scaled to [0, 1]: x becomes (x / 255 - mean) / std.</summary>
/// <param name="Mean">One number per channel.</param>
/// <param name="Std">One number above zero per channel.</param>
public sealed record Normalization(IReadOnlyList<double> Mean, IReadOnlyList<double> Std)
{
    /// <summary>The means and deviations of ImageNet's photographs, red, green, blue.</summary>
    public static Normalization ImageNet { get; } = new([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]);

    /// <summary>Pixels from 0 to 1, as they are.</summary>
    /// <param name="channels">How many channels the images have.</param>
    public static Normalization None(int channels) =>
        new(Enumerable.Repeat(0.0, channels).ToArray(), Enumerable.Repeat(1.0, channels).ToArray());

    /// <summary>What the images themselves have.</summary>
    /// <param name="images">uint8 [N, C, H, W] with at least one image. A channel of one single value gets a deviation of 1.</param>
    public static Normalization Measure(Tensor images)
    {
        using var scope = NewDisposeScope();
        var (count, channels) = (images.shape[0] * images.shape[2] * images.shape[3], images.shape[1]);
        var (sum, squares) = (new double[channels], new double[channels]);
        // By parts: the sums of whole numbers are exact in float64, and a copy of the whole set as float64 is not needed.
        const int Part = 1024;
        for (var first = 0L; first < images.shape[0]; first += Part)
        {
            using var part = NewDisposeScope();
            var values = images.narrow(0, first, Math.Min(Part, images.shape[0] - first)).to_type(ScalarType.Float64);
            Add(sum, values.sum(0, 2, 3));
            Add(squares, values.square().sum(0, 2, 3));
        }

        var mean = sum.Select(total => total / count / 255).ToArray();
        var std = squares.Select((total, c) => Math.Sqrt(Math.Max(0, (total / count / (255 * 255)) - (mean[c] * mean[c])))).ToArray();
        return new Normalization(mean, std.Select(static s => s > 1e-6 ? s : 1).ToArray());
    }

    /// <summary>float32 images, normalised.</summary>
    /// <param name="images">[N, C, H, W] of any number type, from 0 to 255, with as many channels as there are means.</param>
    /// <param name="device">Where the result lies; null: where the images do.</param>
    public Tensor Apply(Tensor images, Device? device = null)
    {
        using var scope = NewDisposeScope();
        var place = device ?? images.device;
        var scale = tensor(Std.Select(static std => (float)(1 / (255 * std))).ToArray(), [1, Std.Count, 1, 1], device: place);
        var shift = tensor(Mean.Select((mean, c) => (float)(-mean / Std[c])).ToArray(), [1, Mean.Count, 1, 1], device: place);
        return images.to(place).to_type(ScalarType.Float32, copy: true).mul_(scale).add_(shift).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public bool Equals(Normalization? other) => other is not null && Mean.SequenceEqual(other.Mean) && Std.SequenceEqual(other.Std);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Mean.Count, Mean.Sum(), Std.Sum());

    private static void Add(double[] totals, Tensor values)
    {
        var numbers = values.data<double>().ToArray();
        for (var c = 0; c < totals.Length; c++)
        {
            totals[c] += numbers[c];
        }
    }
}
