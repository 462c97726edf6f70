using Espalier.Data;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Data;

public class BatchStreamTests
{
    private static readonly BatchOptions Everything = new()
    {
        Size = 7,
        Shuffle = true,
        Seed = 5,
        Augmentation = AugmentationOptions.DeiT with { RepeatedAugmentation = 1, RandomErasing = 0.9 },
    };

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 3)]
    public void Epoch_AnyPrefetch_GivesTheSameBits(int prefetch, int workers)
    {
        using var set = Sets.Known(50, height: 16, width: 16);
        var expected = Contents(new BatchStream(set, Everything with { Prefetch = 2 }).Epoch(3));
        var actual = Contents(new BatchStream(set, Everything with { Prefetch = prefetch, Workers = workers }).Epoch(3));
        Assert.Equal(8, actual.Count);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Epoch_FromAStep_GoesOnWithTheSameBits()
    {
        using var set = Sets.Known(50, height: 16, width: 16);
        var stream = new BatchStream(set, Everything);
        Assert.Equal(Contents(stream.Epoch(2)).Skip(5), Contents(stream.Epoch(2, 5)));
        Assert.Empty(stream.Epoch(2, 8));
    }

    [Fact]
    public void Epoch_OtherEpochOrSeed_GivesOtherBits()
    {
        using var set = Sets.Known(50, height: 16, width: 16);
        var first = Contents(new BatchStream(set, Everything).Epoch(0));
        Assert.NotEqual(first, Contents(new BatchStream(set, Everything).Epoch(1)));
        Assert.NotEqual(first, Contents(new BatchStream(set, Everything with { Seed = 6 }).Epoch(0)));
    }

    [Fact]
    public void Epoch_WithoutShuffle_GivesTheSetInOrder()
    {
        using var set = Sets.Known(10);
        var batches = new BatchStream(set, new BatchOptions { Size = 4 }).Epoch(0).ToList();
        Assert.Equal([4L, 4, 2], batches.Select(static batch => batch.Count));
        Assert.Equal([0L, 1, 2], batches.Select(static batch => batch.Step));
        Assert.All(batches, static batch => Assert.Null(batch.Targets));
        using var all = cat([.. batches.Select(static batch => batch.Images)]);
        Assert.True(all.round().to_type(ScalarType.Byte).equal(set.Images).all().item<bool>());
        Assert.Equal(ScalarType.Float32, all.dtype);
        batches.ForEach(static batch => batch.Dispose());
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 2)]
    public void StepsPerEpoch_LastBatch_IsLeftOutOnDemand(bool dropLast, long steps)
    {
        using var set = Sets.Known(10);
        var stream = new BatchStream(set, new BatchOptions { Size = 4, DropLast = dropLast });
        Assert.Equal(steps, stream.StepsPerEpoch);
        Assert.Equal(steps, Contents(stream.Epoch(0)).Count);
    }

    [Fact]
    public void Order_Shuffled_IsAPermutation()
    {
        using var set = Sets.Known(100);
        var stream = new BatchStream(set, new BatchOptions { Shuffle = true });
        var order = stream.Order(1);
        Assert.NotEqual(stream.Order(0), order);
        Assert.Equal(Enumerable.Range(0, 100).Select(static i => (long)i), order.Order());
    }

    [Fact]
    public void Order_RepeatedAugmentation_ShowsEachImageSoManyTimesInARow()
    {
        using var set = Sets.Known(10);
        var options = new BatchOptions { Shuffle = true, Augmentation = new() { RepeatedAugmentation = 3 } };
        var order = new BatchStream(set, options).Order(0);
        Assert.Equal(10, order.Length);
        Assert.Equal([3, 3, 3, 1], order.GroupBy(static image => image).Select(static group => group.Count()));
        Assert.Equal(order.Distinct().SelectMany(static image => new[] { image, image, image }).Take(10), order);
    }

    [Fact]
    public void Epoch_EndedEarly_StopsItsThreads()
    {
        using var set = Sets.Known(1000);
        var stream = new BatchStream(set, new BatchOptions { Size = 1, Prefetch = 3, Workers = 2 });
        using var epoch = stream.Epoch(0).GetEnumerator();
        Assert.True(epoch.MoveNext());
        epoch.Current.Dispose();
        // Joins the threads: would not return if they did not stop.
        epoch.Dispose();
        Assert.False(epoch.MoveNext());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Epoch_Cancelled_Throws(int prefetch)
    {
        using var set = Sets.Known(10);
        using var source = new CancellationTokenSource();
        using var epoch = new BatchStream(set, new BatchOptions { Size = 1, Prefetch = prefetch }).Epoch(0, 0, source.Token).GetEnumerator();
        Assert.True(epoch.MoveNext());
        epoch.Current.Dispose();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => epoch.MoveNext());
    }

    [Fact]
    public void Epoch_InADisposeScope_KeepsTheBatch()
    {
        using var set = Sets.Known(10);
        Batch batch;
        using (NewDisposeScope())
        {
            batch = new BatchStream(set, new BatchOptions { Prefetch = 0 }).Epoch(0).First();
        }

        using (batch)
        {
            Assert.False(batch.Images.IsInvalid);
            Assert.Equal([10L, 3, 6, 5], batch.Images.shape);
        }
    }

    [Fact]
    public void Constructor_WrongOptions_Throws()
    {
        using var set = Sets.Known(3);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchStream(set, new BatchOptions { Size = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchStream(set, new BatchOptions { Prefetch = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchStream(set, new BatchOptions { Workers = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchStream(set, new BatchOptions { Augmentation = new() { RandomErasing = 1.5 } }));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new BatchStream(set, new BatchOptions { Augmentation = new() { RandAugment = new() { Magnitude = double.NaN } } }));
        Assert.Throws<ArgumentException>(() => new BatchStream(set, new BatchOptions { Normalization = Sets.Bytes(1) }));
        using var none = set.Limit(0);
        Assert.Contains("no images", Assert.Throws<ArgumentException>(() => new BatchStream(none, new BatchOptions())).Message, StringComparison.Ordinal);
    }

    private static List<string> Contents(IEnumerable<Batch> batches) =>
        [.. batches.Select(static batch =>
        {
            using (batch)
            {
                var parts = new[] { batch.Images, batch.Labels, batch.Targets }.Where(static part => part is not null);
                return string.Concat(parts.Select(static part => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(part!.bytes))));
            }
        })];
}
