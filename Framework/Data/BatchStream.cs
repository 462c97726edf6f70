using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Data;

/// <summary>The batches of a set, epoch by epoch. Order and every random choice are a pure function of (seed, epoch, place in the epoch):
/// there is no state to save, and a run goes on at any epoch and step with the same bits, whatever the number of threads.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "A stream of batches, as in data streaming; nobody takes it for System.IO.Stream.")]
public sealed class BatchStream
{
    private readonly ImageSet set;
    private readonly BatchOptions options;
    private readonly Normalization normalization;
    private readonly Augmenter? augmenter;

    /// <summary>A stream over a set, which must live as long as the stream is used.</summary>
    /// <exception cref="ArgumentException">An option is outside its range, or there is no image.</exception>
    public BatchStream(ImageSet set, BatchOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Size, 1, nameof(BatchOptions.Size));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Prefetch, nameof(BatchOptions.Prefetch));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1, nameof(BatchOptions.Workers));
        if (set.Count == 0)
        {
            throw new ArgumentException($"{set.Name} has no images: there is nothing to make batches of.");
        }

        normalization = options.Normalization ?? set.Normalization;
        if (normalization.Mean.Count != set.Channels || normalization.Std.Count != set.Channels)
        {
            throw new ArgumentException(
                $"{set.Name} has {set.Channels} channels, but the normalisation is for {normalization.Mean.Count}.");
        }

        if (options.Augmentation is { } given)
        {
            given.Validate();
            var augmentation = given.Resolve();
            options = options with { Augmentation = augmentation };
            augmenter = new Augmenter(augmentation, normalization, options.Seed, set.Classes.Count);
        }

        (this.set, this.options) = (set, options);
    }

    /// <summary>How many batches an epoch has; 0 if the last is left out and there are too few images for one.</summary>
    public long StepsPerEpoch => options.DropLast ? set.Count / options.Size : (set.Count + options.Size - 1) / options.Size;

    /// <summary>The batches of one epoch, in order; each belongs to the caller; what was made ahead is disposed of.</summary>
    /// <param name="epoch">From 0.</param>
    /// <param name="firstStep">The first batch wanted: to go on within an epoch.</param>
    /// <param name="cancellation">Stops making batches.</param>
    public IEnumerable<Batch> Epoch(long epoch, long firstStep = 0, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        ArgumentOutOfRangeException.ThrowIfNegative(firstStep);
        return Batches(epoch, firstStep, cancellation);
    }

    /// <summary>Which images an epoch shows, in order: one number per place.</summary>
    /// <param name="epoch">From 0.</param>
    public long[] Order(long epoch)
    {
        var images = new long[set.Count];
        for (var i = 0; i < images.Length; i++)
        {
            images[i] = i;
        }

        if (options.Shuffle)
        {
            new RandomDraws(options.Seed, epoch, RandomUse.Order, 0).Shuffle(images);
        }

        var repeats = options.Augmentation?.RepeatedAugmentation ?? 1;
        return repeats == 1 ? images : [.. Enumerable.Range(0, images.Length).Select(place => images[place / repeats])];
    }

    private IEnumerable<Batch> Batches(long epoch, long firstStep, CancellationToken cancellation)
    {
        var order = Order(epoch);
        if (options.Prefetch == 0)
        {
            for (var step = firstStep; step < StepsPerEpoch; step++)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return Make(order, epoch, step);
            }

            yield break;
        }

        using var ahead = new Prefetcher<Batch>(
            step => Make(order, epoch, step), firstStep, StepsPerEpoch, options.Prefetch, options.Workers, cancellation);
        for (var step = firstStep; step < StepsPerEpoch; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return ahead.Take();
        }
    }

    private Batch Make(long[] order, long epoch, long step)
    {
        using var scope = NewDisposeScope();
        using var grad = no_grad();
        var first = step * options.Size;
        var count = Math.Min(options.Size, order.Length - first);
        var rows = tensor(order.AsSpan((int)first, (int)count).ToArray(), [count], dtype: ScalarType.Int64);
        var (images, labels) = (set.Images.index_select(0, rows), set.Labels.index_select(0, rows));
        if (augmenter is null)
        {
            return Detached(normalization.Apply(images), null);
        }

        var (mixed, targets) = augmenter.Apply(images, labels, epoch, first, step);
        return Detached(mixed, targets);

        Batch Detached(Tensor pixels, Tensor? soft) =>
            new(step, pixels.DetachFromDisposeScope(), labels.DetachFromDisposeScope(), soft?.DetachFromDisposeScope());
    }
}
