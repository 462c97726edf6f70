using System.Security.Cryptography;
using Espalier.Data;
using Espalier.Plugins.Data.Generated;

namespace Espalier.Plugins.Data.Tests.Generated;

public class GeneratedImagesTests
{
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 3)]
    public void Load_SmallSet_HasBalancedClasses(bool color, int channels)
    {
        using var set = Source(new() { Color = color, Size = 16, Train = 40, Classes = 20 }).Load(DataSplit.Train);
        Assert.Equal([40L, channels, 16, 16], set.Images.shape);
        Assert.All(set.Labels.data<long>().ToArray().CountBy(static label => label), static count => Assert.Equal(2, count.Value));
        Assert.Equal(20, set.Classes.Distinct().Count());
    }

    [Fact]
    public void Load_SameOptions_GivesTheBytesOfEveryOtherMachine()
    {
        using var train = Source(new() { Train = 20 }).Load(DataSplit.Train);
        using var test = Source(new() { Test = 20 }).Load(DataSplit.Test);
        using var other = Source(new() { Train = 20, Seed = 1 }).Load(DataSplit.Train);
        var sums = new[] { train, test, other }.Select(static set => Convert.ToHexString(SHA256.HashData(set.Images.bytes))[..16]).ToArray();
        Assert.Equal(3, sums.Distinct().Count());
        Assert.Equal("2298A7E83BA29178", sums[0]);
    }

    [Fact]
    public void Load_MoreImages_KeepsTheFirst()
    {
        using var few = Source(new() { Train = 5 }).Load(DataSplit.Train);
        using var more = Source(new() { Train = 9 }).Load(DataSplit.Train);
        Assert.Equal(few.Images.data<byte>().ToArray(), more.Images.narrow(0, 0, 5).data<byte>().ToArray());
    }

    [Theory]
    [InlineData(1, 28, 10)]
    [InlineData(21, 28, 10)]
    [InlineData(10, 4, 10)]
    [InlineData(10, 1024, 100_000)]
    [InlineData(10, 28, 0)]
    public void Load_ImpossibleOptions_IsRefused(int classes, int size, int count) => Assert.StartsWith(
        "generated: ",
        Assert.Throws<DataException>(() => Source(new() { Classes = classes, Size = size, Train = count }).Load(DataSplit.Train)).Message,
        StringComparison.Ordinal);

    private static GeneratedImages Source(GeneratedOptions options) => new(options);
}
