using Espalier.Data;
using Espalier.Plugins;
using static TorchSharp.torch;

namespace Espalier.Plugins.Data.Png;

/// <summary>A folder of PNG files with one sub-folder per class; classes and files come in ordinal order of their names.</summary>
[PluginPart("png-folder")]
public sealed class PngFolder(PngFolderOptions options) : IDataSource
{
    /// <inheritdoc/>
    public string Name => "png-folder";

    /// <inheritdoc/>
    public ImageSet Load(DataSplit split, CancellationToken cancellation = default)
    {
        var normalization = Normalization();
        var (classes, files) = Files(split);
        if (files.Count == 0)
        {
            throw new DataException($"{options.Path}: there are no PNG files to {split.ToString().ToLowerInvariant()} with. Put them into {split.ToString().ToLowerInvariant()}/CLASS/, or into CLASS/.");
        }

        using var scope = NewDisposeScope();
        var images = new List<Tensor>(files.Count);
        var (height, width) = (options.Height, options.Width == 0 ? options.Height : options.Width);
        foreach (var (path, _) in files)
        {
            cancellation.ThrowIfCancellationRequested();
            var image = Read(path);
            (height, width) = height == 0 ? (image.Height, image.Width) : (height, width);
            if (options.Height == 0 && (image.Height, image.Width) != (height, width))
            {
                throw new DataException($"{path}: it has {image.Height} x {image.Width} pixels, but the files before have {height} x {width}. Set `height` and `width`.");
            }

            using var part = NewDisposeScope();
            images.Add(PngPlanes.Of(image, options.Grey, height, width).MoveToOuterDisposeScope());
        }

        var labels = files.Select(static file => (long)file.Label).ToArray();
        return new ImageSet($"{options.Path} {split}", cat(images), tensor(labels, [labels.Length]), classes, normalization);
    }

    private static PngImage Read(string path)
    {
        try
        {
            return PngReader.Read(File.ReadAllBytes(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path} cannot be read: {exception.Message} Replace the picture, or take it away.", exception);
        }
    }

    private (IReadOnlyList<string> Classes, IReadOnlyList<(string Path, int Label)> Files) Files(DataSplit split)
    {
        if (!Directory.Exists(options.Path))
        {
            throw new DataException($"{Name}: there is no folder {System.IO.Path.GetFullPath(options.Path)}. Set the source's `path`.");
        }

        var (train, test) = (System.IO.Path.Combine(options.Path, "train"), System.IO.Path.Combine(options.Path, "test"));
        var parted = Directory.Exists(train);
        var classes = Names(Directory.GetDirectories(parted ? train : options.Path));
        if (classes.Count == 0)
        {
            throw new DataException($"{(parted ? train : options.Path)}: there is no sub-folder. Make one for each class.");
        }

        if (!parted)
        {
            return (classes, [.. classes.SelectMany((name, label) => Part(System.IO.Path.Combine(options.Path, name), label, split))]);
        }

        var folder = split == DataSplit.Train ? train : test;
        var unknown = Directory.Exists(folder) ? Names(Directory.GetDirectories(folder)).Except(classes).FirstOrDefault() : null;
        return unknown is null
            ? (classes, [.. classes.SelectMany((name, label) => All(System.IO.Path.Combine(folder, name)).Select(path => (path, label)))])
            : throw new DataException($"{System.IO.Path.Combine(folder, unknown)}: there is no such class in {train}. Add it there, or take it away here.");
    }

    private IEnumerable<(string Path, int Label)> Part(string folder, int label, DataSplit split)
    {
        var files = All(folder);
        var order = Enumerable.Range(0, files.Count).Select(static i => (long)i).ToArray();
        new RandomDraws(options.Seed, 0, RandomUse.Split, (ulong)label).Shuffle(order);
        var test = order.Take((int)Math.Round(options.TestFraction * order.Length, MidpointRounding.AwayFromZero)).ToHashSet();
        return files.Where((_, i) => test.Contains(i) == (split == DataSplit.Test)).Select(path => (path, label));
    }

    private static List<string> All(string folder) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder).Where(static path => path.EndsWith(".png", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)]
        : [];

    private static List<string> Names(string[] folders) => [.. folders.Select(static path => System.IO.Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private Normalization Normalization()
    {
        var usual = options.Grey ? new Normalization([0.5], [0.25]) : Espalier.Data.Normalization.ImageNet;
        var (mean, std) = (options.Mean.Count == 0 ? usual.Mean : options.Mean, options.Std.Count == 0 ? usual.Std : options.Std);
        return mean.Count == usual.Mean.Count && std.Count == mean.Count && std.All(static s => s > 0)
            ? new(mean, std)
            : throw new DataException($"{Name}: `mean` and `std` need {usual.Mean.Count} numbers each, deviations above 0.");
    }
}
