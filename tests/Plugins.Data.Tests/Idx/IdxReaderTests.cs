using Espalier.Data;
using Espalier.Plugins.Data.Idx;

namespace Espalier.Plugins.Data.Tests.Idx;

public class IdxReaderTests
{
    [Fact]
    public void Read_TwoDimensions_GivesShapeAndValues()
    {
        var array = IdxReader.Read([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6], "a", 2);
        Assert.Equal([2, 3], array.Shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], array.Values);
    }

    [Theory]
    [InlineData(new byte[] { }, "byte 0")]
    [InlineData(new byte[] { 1, 0, 8, 1, 0, 0, 0, 0 }, "byte 0")]
    [InlineData(new byte[] { 0, 0, 13, 1, 0, 0, 0, 0 }, "byte 2: its elements are of type 0x0d")]
    [InlineData(new byte[] { 0, 0, 8, 3, 0, 0, 0, 0 }, "byte 3: it has 3 dimensions, not 1")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0 }, "byte 6: it ends within its header")]
    [InlineData(new byte[] { 0, 0, 8, 1, 255, 0, 0, 0 }, "byte 4: its sizes are too large")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 3, 1, 2 }, "byte 8: 3 elements need 3 bytes, but 2 follow")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 1, 1, 2 }, "byte 8: 1 elements need 1 bytes, but 2 follow")]
    public void Read_MalformedFile_SaysWhereAndWhat(byte[] file, string cause)
    {
        var message = Assert.Throws<DataException>(() => IdxReader.Read(file, "folder/file", 1)).Message;
        Assert.StartsWith("folder/file, ", message, StringComparison.Ordinal);
        Assert.Contains(cause, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SizesWhoseProductOverflows_IsRefused()
    {
        byte[] file = [0, 0, 8, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0];
        Assert.Contains("too large", Assert.Throws<DataException>(() => IdxReader.Read(file, "f", 3)).Message, StringComparison.Ordinal);
    }
}
