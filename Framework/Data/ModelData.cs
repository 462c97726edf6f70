using static TorchSharp.torch;

namespace Espalier.Data;

/// <summary>A recipe's data as methods see them: images to train with, images to choose by, images to judge by.</summary>
/// <param name="train">The images that weights learn from.</param>
/// <param name="validation">Images that choices are made by (early stop, sensitivity, search), apart from the others; null where the recipe sets none aside.</param>
/// <param name="test">The images that a run is judged by; no method may choose by them.</param>
/// <param name="settings">How they become batches.</param>
public sealed class ModelData(ImageSet train, ImageSet? validation, ImageSet test, DataSettings settings) : IDisposable
{
    /// <summary>The images that weights learn from.</summary>
    public ImageSet Train { get; } = train;

    /// <summary>Images that choices are made by; null where the recipe sets none aside.</summary>
    public ImageSet? Validation { get; } = validation;

    /// <summary>The images that a run is judged by.</summary>
    public ImageSet Test { get; } = test;

    /// <summary>How they become batches.</summary>
    public DataSettings Settings { get; } = settings;

    /// <summary>Training batches: shuffled, augmented, whole ones only.</summary>
    /// <param name="seed">What order and augmentation come from.</param>
    /// <param name="augmentation">What is done to the images; null: nothing.</param>
    /// <param name="batch">Images per batch; null: the recipe's.</param>
    public BatchStream Training(long seed, AugmentationOptions? augmentation, int? batch = null) => new(Train, new BatchOptions
    {
        Size = batch ?? Settings.Batch,
        Shuffle = true,
        DropLast = Train.Count >= (batch ?? Settings.Batch),
        Seed = seed,
        Augmentation = augmentation,
        Normalization = Settings.Normalization,
        Prefetch = Settings.Prefetch,
    });

    /// <summary>Batches of a set as it is, in its order: for evaluation.</summary>
    /// <param name="set">One of the three.</param>
    public BatchStream Evaluation(ImageSet set) => new(set, new BatchOptions
    {
        Size = Settings.EvaluationBatch,
        Normalization = Settings.Normalization,
        Prefetch = Settings.Prefetch,
    });

    /// <summary>
    /// Images for scoring: the first of a shuffled training set, without augmentation, in batches.
    /// </summary>
    /// <param name="images">How many.</param>
    /// <param name="seed">Which.</param>
    /// <param name="batch">Images per batch; null: the recipe's.</param>
    /// <param name="cancellation">Stops making batches.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many images.</exception>
    public IEnumerable<Batch> Calibration(long images, long seed, int? batch = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(images, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(images, Train.Count);
        var stream = new BatchStream(Train, new BatchOptions
        {
            Size = (int)Math.Min(batch ?? Settings.Batch, images),
            Shuffle = true,
            Seed = seed,
            Normalization = Settings.Normalization,
            Prefetch = 0,
        });
        return Take(stream.Epoch(0, 0, cancellation), images);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Train.Dispose();
        Validation?.Dispose();
        Test.Dispose();
    }

    private static IEnumerable<Batch> Take(IEnumerable<Batch> batches, long images)
    {
        foreach (var batch in batches)
        {
            if (batch.Count <= images)
            {
                images -= batch.Count;
                yield return batch;
            }
            else
            {
                using (batch)
                {
                    yield return new Batch(batch.Step, First(batch.Images, images), First(batch.Labels, images), null);
                }

                images = 0;
            }

            if (images == 0)
            {
                yield break;
            }
        }
    }

    private static Tensor First(Tensor tensor, long count)
    {
        using var part = tensor.narrow(0, 0, count);
        return part.clone().DetachFromDisposeScope();
    }
}
