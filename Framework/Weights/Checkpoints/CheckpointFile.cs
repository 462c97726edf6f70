using static TorchSharp.torch;

namespace Espalier.Weights.Checkpoints;

/// <summary>A PyTorch checkpoint whose pickle was read; the data of its tensors is read when it is asked for.</summary>
internal sealed class CheckpointFile(MappedFile file, string format, CheckpointContents contents) : IWeightFile
{
    private readonly Dictionary<string, CheckpointTensor> tensors =
        contents.Tensors.ToDictionary(pair => pair.Name, pair => pair.Tensor, StringComparer.Ordinal);

    public string Path => file.Path;

    public string Format => format;

    public IReadOnlyList<WeightEntry> Tensors { get; } =
        [.. contents.Tensors.Select(pair => new WeightEntry(pair.Name, pair.Tensor.Storage.Type, pair.Tensor.Shape))];

    public IReadOnlyDictionary<string, string> Metadata => contents.Metadata;

    public Tensor Read(string name) => tensors.TryGetValue(name, out var tensor)
        ? TensorData.Read(
            file,
            tensor.Storage.Offset!.Value + (tensor.First * TensorData.Size(tensor.Storage.Type)),
            tensor.Storage.Type,
            tensor.Shape,
            tensor.Strides)
        : throw NameSuggestions.NoSuch(this, name);

    public void Dispose() => file.Dispose();
}
