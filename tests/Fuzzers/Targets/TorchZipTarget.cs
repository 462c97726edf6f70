namespace Espalier.Fuzzers.Targets;

/// <summary>Checkpoints of torch.save since PyTorch 1.6: a pickle and storages in a zip archive.</summary>
internal sealed class TorchZipTarget : IFuzzTarget
{
    public string Name => "torch-zip";

    public IReadOnlyList<byte[]> Seeds { get; } =
        [WeightFileReading.Sample("small.pt"), WeightFileReading.Sample("zip.pt"), WeightFileReading.Sample("protocol4.pt")];

    public IReadOnlyList<byte[]> Words { get; } =
    [
        .. PickleTarget.Pieces,
        .. WeightFileReading.Words("PK\u0001\u0002", "PK\u0003\u0004", "PK\u0005\u0006", "PK\u0006\u0006", "PK\u0006\u0007", "/data.pkl", "small/data/0", "small/byteorder", "\u00FF\u00FF\u00FF\u00FF"),
    ];

    public Type Refusal => WeightFileReading.Refusal;

    public void Read(byte[] input, string folder) => WeightFileReading.Read(input, folder);
}
