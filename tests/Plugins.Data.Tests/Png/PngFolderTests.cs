using Espalier.Data;
using Espalier.Plugins.Data.Png;

namespace Espalier.Plugins.Data.Tests.Png;

public class PngFolderTests
{
    [Fact]
    public void Load_TrainAndTestFolders_GivesClassesInOrder()
    {
        using var folder = new TemporaryFolder();
        folder.Write("train/b/1.png", Grey(2, 2, 10));
        folder.Write("train/b/0.png", Grey(2, 2, 20));
        folder.Write("train/a/5.PNG", Grey(2, 2, 30));
        folder.Write("train/a/readme.txt", [1]);
        folder.Write("test/b/9.png", Grey(2, 2, 40));
        using var train = Source(folder).Load(DataSplit.Train);
        using var test = Source(folder).Load(DataSplit.Test);
        Assert.Equal(["a", "b"], train.Classes);
        Assert.Equal([0L, 1, 1], train.Labels.data<long>().ToArray());
        Assert.Equal([3L, 3, 2, 2], train.Images.shape);
        Assert.Equal([30, 20, 10], train.Images[TorchSharp.torch.TensorIndex.Colon, 0, 0, 0].contiguous().data<byte>().ToArray());
        Assert.Equal(["a", "b"], test.Classes);
        Assert.Equal([1L], test.Labels.data<long>().ToArray());
    }

    [Fact]
    public void Load_ClassFoldersOnly_PartsThemTheSameWayEveryTime()
    {
        using var folder = new TemporaryFolder();
        for (byte i = 0; i < 10; i++)
        {
            folder.Write($"a/{i}.png", Grey(1, 1, i));
            folder.Write($"b/{i}.png", Grey(1, 1, (byte)(100 + i)));
        }

        var source = Source(folder, new() { TestFraction = 0.3 });
        using var train = source.Load(DataSplit.Train);
        using var test = source.Load(DataSplit.Test);
        using var again = source.Load(DataSplit.Test);
        using var other = Source(folder, new() { TestFraction = 0.3, Seed = 1 }).Load(DataSplit.Test);
        Assert.Equal((14L, 6L), (train.Count, test.Count));
        Assert.Equal(3, test.Labels.data<long>().ToArray().Count(static label => label == 0));
        Assert.Equal(Values(test), Values(again));
        Assert.NotEqual(Values(test), Values(other));
        Assert.Equal(20, Values(train).Concat(Values(test)).Distinct().Count());

        static byte[] Values(ImageSet set) => set.Images[TorchSharp.torch.TensorIndex.Colon, 0].contiguous().data<byte>().ToArray();
    }

    [Fact]
    public void Load_OtherSizes_AreResizedOrRefused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("train/a/0.png", Grey(4, 4, 50));
        var path = folder.Write("train/a/1.png", Grey(6, 4, 70));
        var message = Assert.Throws<DataException>(() => Source(folder).Load(DataSplit.Train)).Message;
        Assert.StartsWith(path, message, StringComparison.Ordinal);
        Assert.Contains("4 x 6 pixels", message, StringComparison.Ordinal);
        using var set = Source(folder, new() { Height = 2, Grey = true }).Load(DataSplit.Train);
        Assert.Equal([2L, 1, 2, 2], set.Images.shape);
        Assert.Equal([50, 50, 50, 50, 70, 70, 70, 70], set.Images.data<byte>().ToArray());
    }

    [Fact]
    public void Load_HalfTheSize_AveragesAsTheTriangleFilterDoes()
    {
        using var folder = new TemporaryFolder();
        byte[] row = [0, 40, 200, 80];
        folder.Write("train/a/0.png", PngWriter.Write(4, 1, 8, 0, [0, .. row]));
        using var set = Source(folder, new() { Height = 1, Width = 2, Grey = true }).Load(DataSplit.Train);

        // A triangle of twice the width around the middle of each new pixel: weights 3, 3, 1 (and 1 outside, left out).
        Assert.Equal([(byte)Math.Round(320 / 7.0), (byte)Math.Round(((200 * 3) + (80 * 3) + 40) / 7.0)], set.Images.data<byte>().ToArray());
    }

    [Fact]
    public void Load_Color_BecomesGreyByLuma()
    {
        using var folder = new TemporaryFolder();
        folder.Write("train/a/0.png", PngWriter.Write(1, 1, 8, 6, [0, 200, 100, 50, 7]));
        using var set = Source(folder, new() { Grey = true }).Load(DataSplit.Train);
        Assert.Equal([(byte)Math.Round((0.299 * 200) + (0.587 * 100) + (0.114 * 50))], set.Images.data<byte>().ToArray());
    }

    [Fact]
    public void Load_WrongFolder_SaysWhatIsMissing()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("no sub-folder", Error(new()), StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(folder.Path, "train", "a"));
        Assert.Contains("no PNG files to train with", Error(new()), StringComparison.Ordinal);
        var damaged = folder.Write("train/a/0.png", [1, 2, 3]);
        Assert.StartsWith(damaged, Error(new()), StringComparison.Ordinal);
        Assert.Contains("3 numbers", Error(new() { Mean = [1] }), StringComparison.Ordinal);
        folder.Write("test/z/0.png", Grey(1, 1, 1));
        Assert.Contains("no such class", Error(new(), DataSplit.Test), StringComparison.Ordinal);
        Assert.Contains("no folder", Assert.Throws<DataException>(
            () => new PngFolder(new() { Path = Path.Combine(folder.Path, "none") }).Load(DataSplit.Train)).Message, StringComparison.Ordinal);

        string Error(PngFolderOptions options, DataSplit split = DataSplit.Train) =>
            Assert.Throws<DataException>(() => Source(folder, options).Load(split)).Message;
    }

    private static PngFolder Source(TemporaryFolder folder, PngFolderOptions? options = null) =>
        new((options ?? new PngFolderOptions()) with { Path = folder.Path });

    private static byte[] Grey(int width, int height, byte value) =>
        PngWriter.Write(width, height, 8, 0, [.. Enumerable.Repeat((byte[])[0, .. Enumerable.Repeat(value, width)], height).SelectMany(static row => row)]);
}
