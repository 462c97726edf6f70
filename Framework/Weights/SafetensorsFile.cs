using static TorchSharp.torch;

namespace Espalier.Weights;

/// <summary>A safetensors file: its header is read when it is opened, a tensor's data when that is asked for.</summary>
internal sealed class SafetensorsFile : IWeightFile
{
    private readonly MappedFile file;
    private readonly long dataStart;
    private readonly Dictionary<string, SafetensorsHeader.Item> items = new(StringComparer.Ordinal);

    public SafetensorsFile(MappedFile file, string section)
    {
        this.file = file;
        var header = new SafetensorsHeader(file);
        dataStart = header.DataStart;
        Metadata = header.Metadata;
        var prefix = section.Length == 0 ? "" : section + ".";
        var entries = new List<WeightEntry>();
        foreach (var item in header.Items.Where(item => item.Name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var name = item.Name[prefix.Length..];
            items.Add(name, item);
            entries.Add(new WeightEntry(name, item.Type, item.Shape));
        }

        Tensors = entries.Count > 0 || prefix.Length == 0
            ? entries
            : throw file.Error($"section {Printable.Quote(section)}", "No tensor's name starts with that.", "Correct or leave out weights.section.");
    }

    public string Path => file.Path;

    public string Format => "safetensors";

    public IReadOnlyList<WeightEntry> Tensors { get; }

    public IReadOnlyDictionary<string, string> Metadata { get; }

    public Tensor Read(string name) => items.TryGetValue(name, out var item)
        ? TensorData.Read(file, dataStart + item.Begin, item.Type, item.Shape)
        : throw NameSuggestions.NoSuch(this, name);

    public void Dispose() => file.Dispose();
}
