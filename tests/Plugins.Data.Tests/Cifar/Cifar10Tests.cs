using System.Formats.Tar;
using System.IO.Compression;
using Espalier.Data;
using Espalier.Plugins.Data.Cifar;

namespace Espalier.Plugins.Data.Tests.Cifar;

public class Cifar10Tests
{
    [Fact]
    public void Load_Archive_GivesItsImages()
    {
        using var folder = new TemporaryFolder();
        var batch = CifarBatchTests.File(10_000);
        using (var file = File.Create(Path.Combine(folder.Path, "cifar-10-binary.tar.gz")))
        using (var packed = new GZipStream(file, CompressionLevel.Fastest))
        using (var archive = new TarWriter(packed))
        {
            archive.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "cifar-10-batches-bin/"));
            archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "cifar-10-batches-bin/test_batch.bin") { DataStream = new MemoryStream(batch) });
        }

        using var set = new Cifar10(new Cifar10Options { Path = folder.Path }).Load(DataSplit.Test);
        Assert.Equal([10_000L, 3, 32, 32], set.Images.shape);
        Assert.Equal(batch[(9999 * 3073 + 1)..], set.Images[9999].data<byte>().ToArray());
        Assert.Equal(batch[9999 * 3073], set.Labels[9999].item<long>());

        var message = Assert.Throws<DataException>(() => new Cifar10(new Cifar10Options { Path = folder.Path }).Load(DataSplit.Train)).Message;
        Assert.Contains("data_batch_1.bin", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_DamagedBatches_NamesTheFile()
    {
        using var folder = new TemporaryFolder();
        folder.Write("test_batch.bin", new byte[3073]);
        Assert.Contains("test_batch.bin: it has 3073 bytes", Error(), StringComparison.Ordinal);
        File.Delete(Path.Combine(folder.Path, "test_batch.bin"));
        folder.Write("cifar-10-batches-bin/test_batch.bin.xz", References.Bytes("none.xz"));
        Assert.Contains("it has 300 bytes", Error(), StringComparison.Ordinal);
        folder.Write("cifar-10-batches-bin/test_batch.bin.xz", References.Bytes("none.xz")[..^3]);
        Assert.Contains("xz -dk", Error(), StringComparison.Ordinal);

        string Error() => Assert.Throws<DataException>(() => new Cifar10(new Cifar10Options { Path = folder.Path }).Load(DataSplit.Test)).Message;
    }

    [Fact]
    public void Load_NothingThere_NamesThePlaceAndTheDownload()
    {
        using var folder = new TemporaryFolder();
        var message = Assert.Throws<DataException>(() => new Cifar10(new Cifar10Options { Path = folder.Path }).Load(DataSplit.Test)).Message;
        Assert.Contains(folder.Path, message, StringComparison.Ordinal);
        Assert.Contains("espalier download cifar-10", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_WrongNormalization_IsRefused() => Assert.Contains(
        "three numbers", Assert.Throws<DataException>(() => new Cifar10(new Cifar10Options { Std = [1, 0, 1] }).Load(DataSplit.Test)).Message,
        StringComparison.Ordinal);
}
