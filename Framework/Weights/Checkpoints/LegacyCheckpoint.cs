using System.Numerics;

namespace Espalier.Weights.Checkpoints;

/// <summary>
/// A checkpoint of torch.save before PyTorch 1.6: pickles of a magic number, the version, the machine, the object and the list of storage
/// keys, then for each key the number of elements (64 bits) and the elements.
/// </summary>
internal static class LegacyCheckpoint
{
    private const long Version = 1001;
    private const string Advice = "Name a file that torch.save wrote.";
    private static readonly BigInteger Magic = BigInteger.Parse("119547037146038801333356", System.Globalization.CultureInfo.InvariantCulture);

    public static CheckpointFile Open(MappedFile file, string section)
    {
        var position = 0L;
        if (!Read(file, ref position, null).Value.Equals(Magic))
        {
            throw file.Error(0, "This is a pickle, but no PyTorch checkpoint.", Advice);
        }

        var place = position;
        if (Read(file, ref position, null).Value is not Version)
        {
            throw file.Error(place, $"The checkpoint's version is not {Version}.", Advice);
        }

        place = position;
        if (Read(file, ref position, null).Value is not PickleDictionary machine ||
            !machine.TryGetValue("little_endian", out var little) || little is not true)
        {
            throw file.Error(place, "The checkpoint does not say that its numbers are little-endian.", "Write the file again on a little-endian machine.");
        }

        var storages = new StorageTable(file);
        var (root, operations) = Read(file, ref position, storages);
        ReadStorages(file, position, storages);
        return new CheckpointFile(file, "PyTorch checkpoint (legacy)", new CheckpointContents(file, root, operations, section));
    }

    private static (object Value, int Operations) Read(MappedFile file, ref long position, StorageTable? storages)
    {
        var machine = new PickleMachine(file, position, file.Length, storages);
        var value = machine.Read();
        position = machine.Position;
        return (value, machine.Operations);
    }

    private static void ReadStorages(MappedFile file, long position, StorageTable storages)
    {
        var place = position;
        if (Read(file, ref position, null).Value is not List<object> keys)
        {
            throw file.Error(place, "The list of storages should be here.", MappedFile.Damaged);
        }

        foreach (var item in keys)
        {
            if (item is not string key || storages.Find(key) is not { Offset: null } storage)
            {
                throw file.Error(place, "The list of storages names one that no tensor uses, or one twice.", MappedFile.Damaged);
            }

            var elements = BitConverter.ToInt64(file.Bytes(position, sizeof(long)));
            if (elements != storage.Elements || storage.Bytes > file.Length - position - sizeof(long))
            {
                throw file.Error(
                    position,
                    $"Storage {Printable.Quote(key)} should have {storage.Elements} elements of {storage.Type} here; {elements} are announced, and {file.Length - position - sizeof(long)} bytes follow.",
                    MappedFile.Damaged);
            }

            storage.Offset = position + sizeof(long);
            position += sizeof(long) + storage.Bytes;
        }

        if (storages.All.FirstOrDefault(storage => storage.Offset is null) is { } missing)
        {
            throw file.Error(place, $"The list of storages lacks {Printable.Quote(missing.Key)}.", MappedFile.Damaged);
        }
    }
}
