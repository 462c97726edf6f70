using static TorchSharp.torch;

namespace Espalier.Data;

/// <summary>Labelled images in memory: bytes, until a batch of them is needed.</summary>
public sealed class ImageSet : IDisposable
{
    /// <summary>A set that owns its two tensors from now on, apart from any dispose scope.</summary>
    /// <param name="name">What messages call it: <c>cifar-10 train</c>.</param>
    /// <param name="images">uint8 [N, C, H, W] on the CPU; N may be 0.</param>
    /// <param name="labels">int64 [N], from 0 to the number of classes - 1.</param>
    /// <param name="classes">The classes' names, in the order of the labels.</param>
    /// <param name="normalization">The set's usual normalisation, with C means and deviations.</param>
    /// <exception cref="ArgumentException">Shapes, types or ranges do not fit together.</exception>
    public ImageSet(string name, Tensor images, Tensor labels, IReadOnlyList<string> classes, Normalization normalization)
    {
        var (size, pixels) = (Text(images.shape), images.ndim == 4 ? images.shape[1..] : []);
        Check(
            images.dtype == ScalarType.Byte && images.ndim == 4,
            $"{name}: images must be uint8 [N, C, H, W], not {images.dtype} {size}.");
        Check(
            labels.dtype == ScalarType.Int64 && labels.ndim == 1,
            $"{name}: labels must be int64 [N], not {labels.dtype} {Text(labels.shape)}.");
        Check(images.shape[0] == labels.shape[0], $"{name}: there are {images.shape[0]} images, but {labels.shape[0]} labels.");
        Check(pixels.All(static length => length > 0), $"{name}: images of {size} have no pixels.");
        Check(classes.Count > 0, $"{name}: there are no classes.");
        var (means, deviations) = (normalization.Mean.Count, normalization.Std.Count);
        Check(
            means == pixels[0] && deviations == pixels[0],
            $"{name}: images have {pixels[0]} channels, but the normalisation has {means} means and {deviations} deviations.");
        Check(
            normalization.Mean.All(double.IsFinite) && normalization.Std.All(static std => double.IsFinite(std) && std > 0),
            $"{name}: means must be finite, and deviations above zero.");
        if (labels.shape[0] > 0)
        {
            using var scope = NewDisposeScope();
            var (low, high) = (labels.min().item<long>(), labels.max().item<long>());
            Check(low >= 0 && high < classes.Count, $"{name}: labels go from {low} to {high}, but there are {classes.Count} classes.");
        }

        Name = name;
        Images = images.DetachFromDisposeScope();
        Labels = labels.DetachFromDisposeScope();
        Classes = classes;
        Normalization = normalization;
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>uint8 [N, C, H, W].</summary>
    public Tensor Images { get; }

    /// <summary>int64 [N], from 0 to the number of classes - 1.</summary>
    public Tensor Labels { get; }

    /// <summary>The classes' names, in the order of the labels.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The set's usual normalisation, for pixels scaled to [0, 1].</summary>
    public Normalization Normalization { get; }

    /// <summary>N: how many images there are.</summary>
    public long Count => Images.shape[0];

    /// <summary>C: channels per image.</summary>
    public int Channels => (int)Images.shape[1];

    /// <summary>H: rows per image.</summary>
    public int Height => (int)Images.shape[2];

    /// <summary>W: columns per image.</summary>
    public int Width => (int)Images.shape[3];

    /// <summary>A set of copies of some images, in the order given; an index may come more than once.</summary>
    /// <param name="indices">From 0 to <see cref="Count"/> - 1.</param>
    /// <param name="name">The new set's name; null: this one's.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside.</exception>
    public ImageSet Subset(IReadOnlyList<long> indices, string? name = null)
    {
        foreach (var index in indices)
        {
            if (index < 0 || index >= Count)
            {
                throw new ArgumentOutOfRangeException(nameof(indices), $"{Name} has {Count} images: there is no image {index}.");
            }
        }

        using var scope = NewDisposeScope();
        var rows = tensor(indices.ToArray(), [indices.Count], dtype: ScalarType.Int64);
        return new ImageSet(name ?? Name, Images.index_select(0, rows), Labels.index_select(0, rows), Classes, Normalization);
    }

    /// <summary>The first images, or all where there are not more. Classes keep their shares only in a set of mixed order.</summary>
    /// <param name="count">How many, at least 0.</param>
    public ImageSet Limit(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Subset(Range(Math.Min(count, Count)));
    }

    /// <summary>Parts the set in two at random, every class in the same proportion, each part in the set's order.</summary>
    /// <param name="fraction">The second part's share, from 0 to 1: <c>round(fraction x images of the class)</c> of every class.</param>
    /// <param name="seed">The same seed gives the same parts.</param>
    public (ImageSet Remainder, ImageSet Part) Split(double fraction, long seed)
    {
        if (!(fraction >= 0 && fraction <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A part of a set is from 0 to 1 of it.");
        }

        var labels = Labels.data<long>().ToArray();
        var chosen = new bool[labels.Length];
        foreach (var group in Enumerable.Range(0, labels.Length).GroupBy(i => labels[i]))
        {
            var members = group.Select(static i => (long)i).ToArray();
            new RandomDraws(seed, 0, RandomUse.Split, (ulong)group.Key).Shuffle(members);
            foreach (var member in members.Take((int)Math.Round(fraction * members.Length, MidpointRounding.AwayFromZero)))
            {
                chosen[member] = true;
            }
        }

        var rest = Subset([.. Range(Count).Where(i => !chosen[i])]);
        return (rest, Subset([.. Range(Count).Where(i => chosen[i])]));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
    }

    private static string Text(long[] shape) => $"[{string.Join(", ", shape)}]";

    private static long[] Range(long count) => [.. Enumerable.Range(0, (int)count).Select(static i => (long)i)];

    private static void Check(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }
}
