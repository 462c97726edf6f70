using static TorchSharp.torch;

namespace Espalier.Weights.Checkpoints;

/// <summary>The storages that a checkpoint's tensors name, each once.</summary>
internal sealed class StorageTable(MappedFile file)
{
    private readonly Dictionary<string, CheckpointStorage> storages = new(StringComparer.Ordinal);

    public IReadOnlyCollection<CheckpointStorage> All => storages.Values;

    public CheckpointStorage? Find(string key) => storages.GetValueOrDefault(key);

    /// <summary>
    /// What a persistent id stands for: <c>('storage', type, key, device, elements)</c>, in old files followed by
    /// <c>None</c> or by <c>(key, first, elements)</c> of a part.
    /// </summary>
    /// <exception cref="WeightFileException">It is something else, or contradicts what was said of the same storage before.</exception>
    public StorageView Resolve(object id, long place)
    {
        if (id is not object[] { Length: 5 or 6 } parts ||
            parts is not ["storage", ScalarType type, string key, string or PickleNone, long elements, ..] ||
            elements < 0 || elements > file.Length / TensorData.Size(type))
        {
            throw file.Error(place, "This is no storage that the file could hold.", MappedFile.Damaged);
        }

        if (!storages.TryGetValue(key, out var storage))
        {
            storages.Add(key, storage = new CheckpointStorage(key, type, elements));
        }
        else if (storage.Type != type || storage.Elements != elements)
        {
            throw file.Error(place, $"Storage {Printable.Quote(key)} is said to have {storage.Elements} {storage.Type} and {elements} {type}.", MappedFile.Damaged);
        }

        return parts.Length == 5 || parts[5] is PickleNone
            ? new StorageView(storage, 0, elements)
            : Part(storage, parts[5], place);
    }

    private StorageView Part(CheckpointStorage storage, object part, long place) =>
        part is object[] and [string, long first, long count] && first >= 0 && count >= 0 && first <= storage.Elements - count
            ? new StorageView(storage, first, count)
            : throw file.Error(place, $"This part of storage {Printable.Quote(storage.Key)} lies outside it.", MappedFile.Damaged);
}
