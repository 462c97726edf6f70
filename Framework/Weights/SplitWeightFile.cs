using static TorchSharp.torch;

namespace Espalier.Weights;

/// <summary>A weight file in which some layers are taken apart, each into equal parts of its rows.</summary>
internal sealed class SplitWeightFile : IWeightFile
{
    private readonly IWeightFile file;
    private readonly Dictionary<string, Part> parts = new(StringComparer.Ordinal);

    /// <summary>Takes layers apart.</summary>
    /// <param name="file">The file; it is closed with this.</param>
    /// <param name="rules">Which layers, into what.</param>
    /// <exception cref="WeightFileException">The file has no such layer, its rows cannot be divided, or a part's name is taken.</exception>
    public SplitWeightFile(IWeightFile file, IReadOnlyList<SplitRule> rules)
    {
        this.file = file;
        var unused = rules.ToHashSet();
        foreach (var entry in file.Tensors)
        {
            var rule = rules.FirstOrDefault(rule => rule.Apply(entry.Name) is not null);
            foreach (var part in rule is null ? [new Part(entry, entry, 0, 1)] : Parts(entry, rule))
            {
                if (!parts.TryAdd(part.Entry.Name, part))
                {
                    throw Error(entry, $"A part of {Printable.Quote(part.Source.Name)} would be named {Printable.Quote(part.Entry.Name)}, which the file has already.");
                }
            }

            unused.Remove(rule!);
        }

        Tensors = [.. parts.Values.Select(part => part.Entry)];
        if (unused.FirstOrDefault() is { } rest)
        {
            throw new WeightFileException(
                Path, null, $"No layer's path ends with {Printable.Quote(rest.Layer)}.", "Correct it in weights.split, or leave that out where the file holds the parts already.");
        }
    }

    /// <inheritdoc/>
    public string Path => file.Path;

    /// <inheritdoc/>
    public string Format => file.Format;

    /// <inheritdoc/>
    public IReadOnlyList<WeightEntry> Tensors { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Metadata => file.Metadata;

    /// <inheritdoc/>
    public Tensor Read(string name)
    {
        if (!parts.TryGetValue(name, out var part) || part.Of == 1)
        {
            return file.Read(name);
        }

        using var whole = file.Read(part.Source.Name);
        var rows = part.Entry.Shape[0];
        using var own = whole.narrow(0, part.Number * rows, rows);
        return own.clone();
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private IEnumerable<Part> Parts(WeightEntry entry, SplitRule rule)
    {
        var names = rule.Apply(entry.Name)!;
        return entry.Shape.Count > 0 && entry.Shape[0] % names.Count == 0
            ? names.Select((name, number) => new Part(entry with { Name = name, Shape = [entry.Shape[0] / names.Count, .. entry.Shape.Skip(1)] }, entry, number, names.Count))
            : throw Error(entry, $"Its shape {TensorShape.Text(entry.Shape)} cannot be divided into {names.Count} parts of equally many rows.");
    }

    private WeightFileException Error(WeightEntry entry, string cause) =>
        new(Path, $"key {Printable.Quote(entry.Name)}", cause, "Correct weights.split.");

    /// <summary>A tensor as it is shown.</summary>
    /// <param name="Entry">What is shown.</param>
    /// <param name="Source">The file's tensor.</param>
    /// <param name="Number">Which part of its rows this is.</param>
    /// <param name="Of">How many parts it has.</param>
    private sealed record Part(WeightEntry Entry, WeightEntry Source, int Number, int Of);
}
