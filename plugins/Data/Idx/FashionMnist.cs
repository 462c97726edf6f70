using System.Security.Cryptography;
using Espalier.Data;
using Espalier.Plugins;
using static TorchSharp.torch;

namespace Espalier.Plugins.Data.Idx;

/// <summary>Fashion-MNIST (arXiv 1708.07747): 60,000 and 10,000 grey pictures of clothes, 28 x 28, in ten classes.</summary>
[PluginPart("fashion-mnist")]
public sealed class FashionMnist(FashionMnistOptions options) : IDataSource, IDownloadable
{
    private const string Server = "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/";
    private const int Limit = 1 << 28;

    private static readonly string[] Clothes =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    /// <inheritdoc/>
    public string Name => "fashion-mnist";

    /// <inheritdoc/>
    public string Folder => Name;

    /// <inheritdoc/>
    public IReadOnlyList<RemoteFile> Files { get; } =
    [
        Remote("train-images-idx3-ubyte.gz", 26421880, "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
        Remote("train-labels-idx1-ubyte.gz", 29515, "25c81989df183df01b3e8a0aad5dffbe"),
        Remote("t10k-images-idx3-ubyte.gz", 4422102, "bef4ecab320f06d8554ea6380940ec79"),
        Remote("t10k-labels-idx1-ubyte.gz", 5148, "bb300cfdad3c16e7a12a480ee83cd310"),
    ];

    /// <inheritdoc/>
    public ImageSet Load(DataSplit split, CancellationToken cancellation = default)
    {
        var part = split == DataSplit.Train ? "train" : "t10k";
        var (imageFile, labelFile) = (part + "-images-idx3-ubyte", part + "-labels-idx1-ubyte");
        var folders = DataFolders.OfProcess;
        var folder = folders.Find(
            Folder, options.Path, place => DataFile.Find(place, imageFile) is not null && DataFile.Find(place, labelFile) is not null)
            ?? throw folders.Missing(Name, options.Path, $"{imageFile} with {labelFile} (or the same with .gz)", canDownload: true);

        var (imagePath, labelPath) = (DataFile.Find(folder, imageFile)!, DataFile.Find(folder, labelFile)!);
        var images = IdxReader.Read(DataFile.Read(imagePath, Limit), imagePath, 3);
        cancellation.ThrowIfCancellationRequested();
        var labels = IdxReader.Read(DataFile.Read(labelPath, Limit), labelPath, 1);
        Check(images, imagePath, labels, labelPath);
        return new ImageSet(
            $"{Name} {split}", tensor(images.Values, [images.Shape[0], 1, images.Shape[1], images.Shape[2]]),
            tensor(Array.ConvertAll(labels.Values, static label => (long)label), [labels.Shape[0]]), Clothes,
            new Normalization([options.Mean], [options.Std]));
    }

    private static void Check(IdxArray images, string imagePath, IdxArray labels, string labelPath)
    {
        if (images.Shape[0] != labels.Shape[0])
        {
            throw new DataException(
                $"{labelPath}: it has {labels.Shape[0]} labels, but {imagePath} has {images.Shape[0]} images. Take both from the same set.");
        }

        if (images.Values.Length == 0)
        {
            throw new DataException($"{imagePath}: it has no images. Get the file again, or give another path.");
        }

        var wrong = labels.Values.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(Clothes.Length - 1));
        if (wrong >= 0)
        {
            throw new DataException(
                $"{labelPath}, image {wrong}: the label {labels.Values[wrong]} is not from 0 to {Clothes.Length - 1}. Get the file again.");
        }
    }

    private static RemoteFile Remote(string name, long size, string sum) => new(name, new Uri(Server + name), size, HashAlgorithmName.MD5, sum);
}
