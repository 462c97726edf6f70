using System.IO.Compression;
using Espalier.Data;
using Espalier.Plugins.Data.Idx;

namespace Espalier.Plugins.Data.Tests.Idx;

public class FashionMnistTests
{
    private static readonly byte[] Images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6, 7, 8];
    private static readonly byte[] Labels = [0, 0, 8, 1, 0, 0, 0, 2, 9, 0];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Load_SmallFiles_GivesImagesAndLabels(bool packed)
    {
        using var folder = new TemporaryFolder();
        folder.Write("t10k-images-idx3-ubyte" + (packed ? ".gz" : ""), packed ? Gzip(Images) : Images);
        folder.Write("t10k-labels-idx1-ubyte", Labels);
        using var set = new FashionMnist(new FashionMnistOptions { Path = folder.Path }).Load(DataSplit.Test);
        Assert.Equal([2L, 1, 2, 2], set.Images.shape);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], set.Images.data<byte>().ToArray());
        Assert.Equal([9L, 0], set.Labels.data<long>().ToArray());
        Assert.Equal(10, set.Classes.Count);
    }

    [Fact]
    public void Load_MissingPart_NamesThePlaceAndTheWayOut()
    {
        using var folder = new TemporaryFolder();
        var message = Assert.Throws<DataException>(() => new FashionMnist(new FashionMnistOptions { Path = folder.Path }).Load(DataSplit.Train)).Message;
        Assert.Contains(folder.Path, message, StringComparison.Ordinal);
        Assert.Contains("train-images-idx3-ubyte", message, StringComparison.Ordinal);
        Assert.Contains("espalier download fashion-mnist", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 1, 9 }, "1 labels")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 2, 9, 10 }, "image 1: the label 10")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 2, 9 }, "need 2 bytes")]
    public void Load_WrongLabels_NamesTheFile(byte[] labels, string cause)
    {
        using var folder = new TemporaryFolder();
        folder.Write("t10k-images-idx3-ubyte", Images);
        var path = folder.Write("t10k-labels-idx1-ubyte", labels);
        var message = Assert.Throws<DataException>(() => new FashionMnist(new FashionMnistOptions { Path = folder.Path }).Load(DataSplit.Test)).Message;
        Assert.StartsWith(path, message, StringComparison.Ordinal);
        Assert.Contains(cause, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_DamagedGzip_NamesTheFile()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("t10k-images-idx3-ubyte.gz", [.. Gzip(Images).Select(static (b, i) => i == 3 ? (byte)255 : i == 12 ? (byte)(b ^ 255) : b)]);
        folder.Write("t10k-labels-idx1-ubyte", Labels);
        var message = Assert.Throws<DataException>(() => new FashionMnist(new FashionMnistOptions { Path = folder.Path }).Load(DataSplit.Test)).Message;
        Assert.StartsWith(path, message, StringComparison.Ordinal);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
