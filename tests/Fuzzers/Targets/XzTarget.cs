using Espalier.Plugins.Data.Xz;

namespace Espalier.Fuzzers.Targets;

/// <summary>Files packed by xz.</summary>
internal sealed class XzTarget : IFuzzTarget
{
    public string Name => "xz";

    public IReadOnlyList<byte[]> Seeds { get; } =
        [.. ((string[])["crc32", "sha256", "none", "two", "stored"]).Select(static name => WeightFileReading.Sample(name + ".xz"))];

    public IReadOnlyList<byte[]> Words { get; } =
        [[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], [0], [1], [2], [0x80], [0xA0], [0xC0], [0xE0], [255, 255], [.. "YZ"u8], [0x21, 1]];

    public Type Refusal => typeof(XzException);

    public void Read(byte[] input, string folder) => XzFile.Unpack(input, 1 << 20);
}
