using System.Security.Cryptography;
using Espalier.Data;
using Espalier.Plugins;
using static TorchSharp.torch;

namespace Espalier.Plugins.Data.Cifar;

/// <summary>CIFAR-10 (Krizhevsky 2009): 50,000 and 10,000 colour photographs, 32 x 32, in ten classes.</summary>
[PluginPart("cifar-10")]
public sealed class Cifar10(Cifar10Options options) : IDataSource, IDownloadable
{
    private const int PerFile = 10_000;

    private static readonly string[] Things = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    /// <inheritdoc/>
    public string Name => "cifar-10";

    /// <inheritdoc/>
    public string Folder => Name;

    /// <inheritdoc/>
    public IReadOnlyList<RemoteFile> Files { get; } =
    [
        new(CifarFolder.Archive, new Uri("https://www.cs.toronto.edu/~kriz/" + CifarFolder.Archive), 170052171, HashAlgorithmName.MD5,
            "c32a1d4ab5d03f1284b67883e8d87530"),
    ];

    /// <inheritdoc/>
    public ImageSet Load(DataSplit split, CancellationToken cancellation = default)
    {
        var normalization = Normalization();
        string[] names = split == DataSplit.Train
            ? [.. Enumerable.Range(1, 5).Select(static i => $"data_batch_{i}.bin")]
            : ["test_batch.bin"];
        var folders = DataFolders.OfProcess;
        var folder = folders.Find(Folder, options.Path, place => new CifarFolder(place).Holds(names))
            ?? throw folders.Missing(
                Name, options.Path, $"{string.Join(", ", names)} (or the same with .gz or .xz, or {CifarFolder.Archive})", canDownload: true);

        var (pixels, labels) = (new byte[names.Length * PerFile * CifarBatch.Pixels], new long[names.Length * PerFile]);
        new CifarFolder(folder).Read(
            names, PerFile * CifarBatch.Record,
            (i, path, bytes) => CifarBatch.Read(
                bytes, path, Things.Length, pixels.AsSpan(i * PerFile * CifarBatch.Pixels, PerFile * CifarBatch.Pixels),
                labels.AsSpan(i * PerFile, PerFile)),
            cancellation);
        return new ImageSet(
            $"{Name} {split}", tensor(pixels, [labels.Length, 3, 32, 32]), tensor(labels, [labels.Length]), Things, normalization);
    }

    private Normalization Normalization() => options.Mean.Count == 3 && options.Std.Count == 3 && options.Std.All(static std => std > 0)
        ? new(options.Mean, options.Std)
        : throw new DataException($"{Name}: `mean` and `std` need three numbers each, deviations above 0.");
}
