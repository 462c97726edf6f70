using System.Buffers.Binary;
using Espalier.Data;
using Espalier.Plugins.Data.Png;

namespace Espalier.Plugins.Data.Tests.Png;

public class PngReaderTests
{
    [Theory]
    [InlineData("grey8.png", 13, 11, 1, 8)]
    [InlineData("grey1-interlaced.png", 13, 11, 1, 1)]
    [InlineData("grey16.png", 5, 7, 1, 16)]
    [InlineData("grey-alpha8.png", 6, 5, 2, 8)]
    [InlineData("rgb8.png", 9, 12, 3, 8)]
    [InlineData("rgb16-interlaced.png", 9, 12, 3, 16)]
    [InlineData("rgba8-interlaced.png", 3, 2, 4, 8)]
    public void Read_PythonsFile_GivesItsSamples(string name, int width, int height, int channels, int depth)
    {
        var image = PngReader.Read(References.Bytes(name), name);
        Assert.Equal((width, height, channels), (image.Width, image.Height, image.Channels));
        Assert.Equal(
            from y in Enumerable.Range(0, height)
            from x in Enumerable.Range(0, width)
            from c in Enumerable.Range(0, channels)
            select (byte)Math.Round(References.Sample(x, y, c, depth) * 255.0 / ((1 << depth) - 1)),
            image.Samples);
    }

    [Fact]
    public void Read_Palette_GivesItsColors()
    {
        var image = PngReader.Read(References.Bytes("palette4.png"), "p");
        Assert.Equal(
            from y in Enumerable.Range(0, 6)
            from x in Enumerable.Range(0, 7)
            from c in Enumerable.Range(0, 3)
            select (byte)((References.Sample(x, y, 0, 4) * 11) + (c * 80)),
            image.Samples);
    }

    [Theory]
    [InlineData(0, new byte[] { 0, 17 }, new byte[] { 16, 255, 17, 0 })]
    [InlineData(2, new byte[] { 0, 1, 0, 2, 0, 3 }, new byte[] { 1, 2, 3, 0, 1, 2, 4, 255 })]
    public void Read_ClearColor_BecomesOpacity(byte color, byte[] clear, byte[] expected)
    {
        byte[] stored = color == 0 ? [16, 17] : [1, 2, 3, 1, 2, 4];
        var image = PngReader.Read(PngWriter.Write(2, 1, 8, color, [0, .. stored], transparency: clear), "p");
        Assert.Equal(expected, image.Samples);
    }

    [Fact]
    public void Read_PaletteWithOpacity_FillsUpWithOpaque()
    {
        var file = PngWriter.Write(2, 1, 8, 3, [0, 0, 1], palette: [9, 8, 7, 6, 5, 4], transparency: [100]);
        Assert.Equal([9, 8, 7, 100, 6, 5, 4, 255], PngReader.Read(file, "p").Samples);
    }

    public static TheoryData<string, byte[], string> Malformed => new()
    {
        { "nothing", [], "begin" },
        { "another format", "GIF89a, not a PNG file"u8.ToArray(), "begin" },
        { "no header", [.. PngWriter.Signature, .. PngWriter.Chunk("IEND", [])], "missing" },
        { "no pixels", [.. PngWriter.Signature, .. PngWriter.Header(2, 2, 8, 0), .. PngWriter.Chunk("IEND", [])], "missing" },
        { "no palette", PngWriter.Write(1, 1, 8, 3, [0, 0]), "missing" },
        { "no width", PngWriter.Write(0, 1, 8, 0, [0]), "0 x 1" },
        { "too large", PngWriter.Write(100_000, 100_000, 8, 0, [0]), "100000 x 100000" },
        { "a bomb", PngWriter.Write(8000, 8000, 8, 0, [0]), "cannot come out" },
        { "wrong depth", PngWriter.Write(1, 1, 3, 0, [0, 0]), "depth 3" },
        { "wrong colour type", PngWriter.Write(1, 1, 8, 5, [0, 0]), "colour type 5" },
        { "wrong filter", PngWriter.Write(1, 1, 8, 0, [5, 0]), "filter 5" },
        { "too few pixels", PngWriter.Write(2, 2, 8, 0, [0, 1, 2, 0, 1]), "cut off" },
        { "outside the palette", PngWriter.Write(1, 1, 8, 3, [0, 1], palette: [1, 2, 3]), "entry 1 of a palette of 1" },
        { "a palette of four bytes", PngWriter.Write(1, 1, 8, 3, [0, 0], palette: [1, 2, 3, 4]), "4 bytes" },
        { "wrong transparency", PngWriter.Write(1, 1, 8, 0, [0, 0], transparency: [1]), "transparency" },
        { "two headers", [.. PngWriter.Signature, .. PngWriter.Header(1, 1, 8, 0), .. PngWriter.Header(1, 1, 8, 0)], "twice" },
        { "a critical chunk", [.. PngWriter.Signature, .. PngWriter.Header(1, 1, 8, 0), .. PngWriter.Chunk("ABCD", [])], "critical" },
        { "a huge chunk", [.. PngWriter.Signature, 255, 255, 255, 255, .. "IHDR"u8, 0, 0, 0, 0], "longer" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Read_MalformedFile_SaysWhatIsWrong(string what, byte[] file, string cause)
    {
        var message = Assert.Throws<DataException>(() => PngReader.Read(file, $"folder/{what}.png")).Message;
        Assert.StartsWith($"folder/{what}.png: ", message, StringComparison.Ordinal);
        Assert.Contains(cause, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CutOffOrDamagedAnywhere_IsRefused()
    {
        var file = References.Bytes("rgb8.png");
        for (var i = 0; i < file.Length; i++)
        {
            Assert.Throws<DataException>(() => PngReader.Read(file.AsSpan(0, i), "p"));
            var damaged = (byte[])file.Clone();
            damaged[i] ^= 4;
            Assert.Throws<DataException>(() => PngReader.Read(damaged, "p"));
        }
    }

    [Fact]
    public void Read_DeflateDamagedUnderAValidSum_IsRefused()
    {
        var packed = new byte[40];
        BinaryPrimitives.WriteUInt64BigEndian(packed, 0x789CFFFFFFFFFFFF);
        byte[] file = [.. PngWriter.Signature, .. PngWriter.Header(4, 4, 8, 0), .. PngWriter.Chunk("IDAT", packed), .. PngWriter.Chunk("IEND", [])];
        Assert.Contains("damaged", Assert.Throws<DataException>(() => PngReader.Read(file, "p")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [CombinatorialPng]
    public void Read_OwnWritersFile_GivesTheSamples(int color, int depth, int filter, bool interlaced)
    {
        const int Width = 11, Height = 10;
        var channels = color switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var stored = PngWriter.Rows(Width, Height, channels, depth, filter, interlaced);
        var palette = color == 3 ? Enumerable.Range(0, 768).Select(static i => (byte)(i / 3)).ToArray() : [];
        var image = PngReader.Read(PngWriter.Write(Width, Height, depth, color, stored, interlaced, palette), "p");
        Assert.Equal(
            from y in Enumerable.Range(0, Height)
            from x in Enumerable.Range(0, Width)
            from c in Enumerable.Range(0, color == 3 ? 3 : channels)
            let sample = References.Sample(x, y, color == 3 ? 0 : c, depth)
            select color == 3 ? (byte)sample : (byte)Math.Round(sample * 255.0 / ((1 << depth) - 1)),
            image.Samples);
    }
}
