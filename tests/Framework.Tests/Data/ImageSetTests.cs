using Espalier.Data;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Data;

public class ImageSetTests
{
    [Fact]
    public void Split_AnyFraction_TakesItFromEveryClassOnce()
    {
        using var set = Sets.Known(40, classes: 4);
        var (remainder, part) = set.Split(0.3, 7);
        using (remainder)
        using (part)
        {
            Assert.Equal((28L, 12L), (remainder.Count, part.Count));
            Assert.All(part.Labels.data<long>().ToArray().CountBy(static label => label), static count => Assert.Equal(3, count.Value));
            var all = First(remainder).Concat(First(part)).Order();
            Assert.Equal(First(set).Order(), all);
            var (otherRemainder, other) = set.Split(0.3, 8);
            using (otherRemainder)
            using (other)
            {
                Assert.NotEqual(First(part), First(other));
            }
        }

        static byte[] First(ImageSet images) => images.Images[TensorIndex.Colon, 0, 0, 0].contiguous().data<byte>().ToArray();
    }

    [Fact]
    public void Subset_Indices_GivesThoseInOrder()
    {
        using var set = Sets.Known(5);
        using var subset = set.Subset([3, 0, 3], "three");
        Assert.Equal("three", subset.Name);
        Assert.Equal([3L, 0, 3], subset.Labels.data<long>().ToArray());
        Assert.Equal(Sets.Pixel(3, 1, 2, 4), subset.Images[2, 1, 2, 4].item<byte>());
        Assert.Throws<ArgumentOutOfRangeException>(() => set.Subset([5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => set.Subset([-1]));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(0, 0)]
    [InlineData(99, 5)]
    public void Limit_Count_GivesTheFirst(long count, long expected)
    {
        using var set = Sets.Known(5);
        using var limited = set.Limit(count);
        Assert.Equal(expected, limited.Count);
    }

    [Fact]
    public void Constructor_WhatDoesNotFit_IsRefused()
    {
        using var scope = NewDisposeScope();
        var (images, labels) = (zeros(2, 1, 3, 3, dtype: ScalarType.Byte), tensor([0L, 1]));
        Refused("uint8", images.to_type(ScalarType.Float32), labels);
        Refused("uint8", images[0], labels);
        Refused("int64", images, labels.to_type(ScalarType.Int32));
        Refused("3 labels", images, tensor([0L, 1, 0]));
        Refused("no pixels", zeros(2, 1, 0, 3, dtype: ScalarType.Byte), labels);
        Refused("0 to 2", images, tensor([0L, 2]));
        Refused("-1 to 1", images, tensor([-1L, 1]));
        Refused("1 channels", images, labels, Normalization.ImageNet);
        Refused("above zero", images, labels, new([0.5], [0]));

        static void Refused(string cause, Tensor images, Tensor labels, Normalization? normalization = null)
        {
            var error = Assert.Throws<ArgumentException>(() => new ImageSet("s", images, labels, ["a", "b"], normalization ?? Sets.Bytes(1)));
            Assert.StartsWith("s: ", error.Message, StringComparison.Ordinal);
            Assert.Contains(cause, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Constructor_InADisposeScope_KeepsItsTensors()
    {
        ImageSet set;
        using (NewDisposeScope())
        {
            set = Sets.Known(2);
        }

        using (set)
        {
            Assert.Equal(2, set.Labels.sum().item<long>() + 1);
        }
    }

    [Fact]
    public void Measure_KnownImages_EqualsTheTwoPassFormula()
    {
        using var set = Sets.Known(1500, 2);
        var measured = Normalization.Measure(set.Images);
        for (var c = 0; c < 2; c++)
        {
            var values = set.Images[TensorIndex.Colon, c].contiguous().data<byte>().ToArray().Select(static value => value / 255.0).ToArray();
            var mean = values.Average();
            Assert.Equal(mean, measured.Mean[c], 1e-9);
            Assert.Equal(Math.Sqrt(values.Average(value => (value - mean) * (value - mean))), measured.Std[c], 1e-9);
        }
    }

    [Fact]
    public void Apply_Pixels_EqualsTheFormula()
    {
        using var set = Sets.Known(2);
        using var pixels = Normalization.ImageNet.Apply(set.Images);
        Assert.Equal(((Sets.Pixel(1, 2, 3, 4) / 255.0) - 0.406) / 0.225, pixels[1, 2, 3, 4].item<float>(), 1e-5);
        Assert.Equal([1 / 255f * Sets.Pixel(0, 0, 0, 0)], [Normalization.None(3).Apply(set.Images)[0, 0, 0, 0].item<float>()]);
    }
}
