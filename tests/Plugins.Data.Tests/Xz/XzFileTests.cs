using Espalier.Plugins.Data.Xz;

namespace Espalier.Plugins.Data.Tests.Xz;

public class XzFileTests
{
    [Theory]
    [InlineData("crc64.xz", 20000)]
    [InlineData("crc32.xz", 5000)]
    [InlineData("sha256.xz", 5000)]
    [InlineData("none.xz", 300)]
    public void Unpack_PythonsFile_GivesItsBytes(string name, int count) =>
        Assert.Equal(References.Words(count), XzFile.Unpack(References.Bytes(name), count));

    [Fact]
    public void Unpack_PlainChunks_GivesTheirBytes() => Assert.Equal(References.Noise(3000), XzFile.Unpack(References.Bytes("stored.xz"), 3000));

    [Fact]
    public void Unpack_TwoStreamsWithPadding_GivesBoth() =>
        Assert.Equal([.. References.Words(300), .. References.Words(5000)], XzFile.Unpack(References.Bytes("two.xz"), 10000));

    [Fact]
    public void Unpack_AnotherFilter_IsRefused() =>
        Assert.Contains("filter", Assert.Throws<XzException>(() => XzFile.Unpack(References.Bytes("delta.xz"), 1000)).Message, StringComparison.Ordinal);

    [Fact]
    public void Unpack_MoreThanTheLimit_IsRefused() =>
        Assert.Contains("4999", Assert.Throws<XzException>(() => XzFile.Unpack(References.Bytes("crc32.xz"), 4999)).Message, StringComparison.Ordinal);

    [Fact]
    public void Unpack_CutOffAnywhere_IsRefused()
    {
        var file = References.Bytes("sha256.xz");
        Assert.All(Enumerable.Range(0, file.Length), length => Assert.Throws<XzException>(() => XzFile.Unpack(file.AsSpan(0, length), 5000)));
    }

    [Fact]
    public void Unpack_OneBitFlippedAnywhere_IsRefused()
    {
        var file = References.Bytes("crc32.xz");
        for (var i = 0; i < file.Length; i++)
        {
            var damaged = (byte[])file.Clone();
            damaged[i] ^= (byte)(1 << (i % 8));
            Assert.Throws<XzException>(() => XzFile.Unpack(damaged, 5000));
        }
    }
}
