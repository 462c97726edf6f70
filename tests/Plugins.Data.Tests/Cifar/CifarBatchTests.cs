using Espalier.Data;
using Espalier.Plugins.Data.Cifar;

namespace Espalier.Plugins.Data.Tests.Cifar;

public class CifarBatchTests
{
    [Fact]
    public void Read_TwoRecords_GivesPixelsAndLabels()
    {
        var file = File(2);
        var (pixels, labels) = (new byte[2 * CifarBatch.Pixels], new long[2]);
        CifarBatch.Read(file, "f", 10, pixels, labels);
        Assert.Equal([3L, 4], labels);
        Assert.Equal([.. file[1..3073], .. file[3074..]], pixels);
    }

    [Theory]
    [InlineData(2 * 3073 - 1)]
    [InlineData(2 * 3073 + 1)]
    [InlineData(3073)]
    [InlineData(0)]
    public void Read_AnotherSize_IsRefused(int size)
    {
        var message = Assert.Throws<DataException>(() => CifarBatch.Read(new byte[size], "f.bin", 10, new byte[2 * CifarBatch.Pixels], new long[2])).Message;
        Assert.StartsWith($"f.bin: it has {size} bytes, but 2 records", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LabelOutOfRange_NamesThePlace()
    {
        var file = File(2);
        file[3073] = 10;
        var message = Assert.Throws<DataException>(() => CifarBatch.Read(file, "f.bin", 10, new byte[2 * CifarBatch.Pixels], new long[2])).Message;
        Assert.StartsWith("f.bin, byte 3073: the label 10 of record 1", message, StringComparison.Ordinal);
    }

    internal static byte[] File(int records) =>
        [.. Enumerable.Range(0, records * CifarBatch.Record).Select(static i => (byte)(i % CifarBatch.Record == 0 ? 3 + (i / CifarBatch.Record % 7) : i * 13))];
}
