using Espalier.Data;
using Espalier.Plugins.Data.Idx;

namespace Espalier.Fuzzers.Targets;

/// <summary>Idx files of one to three dimensions.</summary>
internal sealed class IdxTarget : IFuzzTarget
{
    public string Name => "idx";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        [0, 0, 8, 1, 0, 0, 0, 2, 9, 0],
        [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6, 7, 8],
    ];

    public IReadOnlyList<byte[]> Words { get; } = [[0, 0, 8, 1], [0, 0, 8, 3], [0, 0, 0, 1], [255, 255, 255, 255], [127, 255, 255, 255], [0, 1, 0, 0]];

    public Type Refusal => typeof(DataException);

    public void Read(byte[] input, string folder) => IdxReader.Read(input, "input", input.Length > 3 && input[3] == 1 ? 1 : 3);
}
