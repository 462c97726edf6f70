using System.Buffers.Binary;
using Espalier.Data;
using Espalier.Plugins.Data;
using Espalier.Plugins.Data.Png;

namespace Espalier.Fuzzers.Targets;

/// <summary>PNG files; every second one with its check sums set right, so that what lies behind them is reached.</summary>
internal sealed class PngTarget : IFuzzTarget
{
    private bool repair;

    public string Name => "png";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. ((string[])["grey8", "grey1-interlaced", "grey16", "grey-alpha8", "rgb8", "rgb16-interlaced", "rgba8-interlaced", "palette4"])
            .Select(static name => WeightFileReading.Sample(name + ".png")),
    ];

    public IReadOnlyList<byte[]> Words { get; } =
    [
        .. WeightFileReading.Words("IHDR", "IDAT", "PLTE", "tRNS", "IEND"), [0, 0, 0, 0], [255, 255, 255, 255], [0, 0, 255, 255], [0, 0, 0, 13],
    ];

    public Type Refusal => typeof(DataException);

    public void Read(byte[] input, string folder)
    {
        repair = !repair;
        PngReader.Read(repair ? Repair(input) : input, "input", 1 << 22);
    }

    private static byte[] Repair(byte[] input)
    {
        var file = (byte[])input.Clone();
        for (var at = 8; file.Length - at >= 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - 12)
            {
                break;
            }

            var sum = at + 8 + (int)length;
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(sum), Crc32.Of(file.AsSpan(at + 4, (int)length + 4)));
            at = sum + 4;
        }

        return file;
    }
}
