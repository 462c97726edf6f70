using System.Text;

namespace Espalier.Weights.Checkpoints;

/// <summary>A checkpoint of torch.save since PyTorch 1.6: a zip archive of <c>NAME/data.pkl</c> and one entry <c>NAME/data/KEY</c> per storage.</summary>
internal static class ZipCheckpoint
{
    private const string Pickle = "/data.pkl";

    public static CheckpointFile Open(MappedFile file, string section)
    {
        var archive = new ZipDirectory(file);
        var name = archive.Names.FirstOrDefault(name => name.EndsWith(Pickle, StringComparison.Ordinal) && name.IndexOf('/', StringComparison.Ordinal) == name.Length - Pickle.Length)
            ?? throw file.Error(null, "This zip archive has no data.pkl: it is no PyTorch checkpoint.", "Name a file that torch.save wrote.");
        var folder = name[..^Pickle.Length];
        if (archive.Names.Contains($"{folder}/constants.pkl"))
        {
            throw file.Error(
                $"entry {Printable.Quote(folder + "/constants.pkl")}",
                "This is a TorchScript program, not a checkpoint.",
                "Load it in PyTorch and write its weights with torch.save(model.state_dict(), path).");
        }

        CheckByteOrder(file, archive, folder);
        var (start, length) = archive.Find(name)!.Value;
        var storages = new StorageTable(file);
        var machine = new PickleMachine(file, start, start + length, storages);
        var root = machine.Read();
        foreach (var storage in storages.All)
        {
            var entry = $"{folder}/data/{storage.Key}";
            storage.Offset = archive.Find(entry) is { } data && data.Length == storage.Bytes
                ? data.Offset
                : throw file.Error($"entry {Printable.Quote(entry)}", $"A storage of {storage.Bytes} bytes should be there, and is not.", MappedFile.Damaged);
        }

        return new CheckpointFile(file, "PyTorch checkpoint (zip)", new CheckpointContents(file, root, machine.Operations, section));
    }

    private static void CheckByteOrder(MappedFile file, ZipDirectory archive, string folder)
    {
        var entry = $"{folder}/byteorder";
        if (archive.Find(entry) is not { } order)
        {
            return;
        }

        var text = Encoding.Latin1.GetString(file.Bytes(order.Offset, (int)Math.Min(order.Length, 16)));
        if (text != "little")
        {
            throw file.Error($"entry {Printable.Quote(entry)}", $"The byte order is {Printable.Quote(text)}; only 'little' is read.", "Write the file again on a little-endian machine.");
        }
    }
}
