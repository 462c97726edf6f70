using System.Globalization;
using System.Numerics;

namespace Espalier.Weights.Checkpoints;

/// <summary>A checkpoint's tensors by their names, the keys on the way joined by dots, and its plain values as text.</summary>
internal sealed class CheckpointContents
{
    private const int Deepest = 64;

    private readonly MappedFile file;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    // Values may be shared, so that a small file can describe a huge tree; this bounds the walk by the file's own size.
    private long budget;

    /// <param name="file">The file.</param>
    /// <param name="root">What the pickle holds.</param>
    /// <param name="operations">How many operations the pickle had.</param>
    /// <param name="section">The part to show, its keys joined by dots; empty for all.</param>
    public CheckpointContents(MappedFile file, object root, int operations, string section)
    {
        this.file = file;
        budget = 100_000 + (64L * operations);
        if (Find(root, section) is not { } part)
        {
            throw file.Error(
                $"section {Printable.Quote(section)}",
                root is PickleDictionary top ? $"There is no such part; the file has {Keys(top)}." : "There is no such part; the file is no dictionary.",
                "Correct or leave out weights.section.");
        }

        Walk(part, "", 0);
        if (Tensors.Count == 0)
        {
            throw file.Error(section.Length == 0 ? null : $"section {Printable.Quote(section)}", "There is no tensor in it.", "Name a file or section with weights.");
        }
    }

    public List<(string Name, CheckpointTensor Tensor)> Tensors { get; } = [];

    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    private static string Keys(PickleDictionary dictionary) => dictionary.Count == 0
        ? "none"
        : string.Join(", ", dictionary.Keys.Take(5).Select(key => Printable.Quote(Text(key) ?? "?"))) + (dictionary.Count > 5 ? ", ..." : "");

    /// <summary>The part of a nested dictionary; its keys may have dots in them, so that the longest that fits is taken first.</summary>
    private static object? Find(object root, string section)
    {
        if (section.Length == 0)
        {
            return root;
        }

        if (root is not PickleDictionary dictionary)
        {
            return null;
        }

        for (var end = section.Length; end > 0; end = section.LastIndexOf('.', end - 1))
        {
            if (dictionary.TryGetValue(section[..end], out var part))
            {
                return end == section.Length ? part : Find(part, section[(end + 1)..]);
            }
        }

        return null;
    }

    private void Walk(object value, string name, int depth)
    {
        if (depth > Deepest || (budget -= name.Length + 1) < 0)
        {
            throw file.Error(
                $"key {Printable.Quote(name)}", $"The values are nested more than {Deepest} deep, or repeated far beyond what the file holds.", "Save the weights alone.");
        }

        switch (value)
        {
            case CheckpointTensor tensor:
                if (!names.Add(name))
                {
                    throw file.Error($"key {Printable.Quote(name)}", "Two tensors have this name.", "Choose one of them with weights.section.");
                }

                Tensors.Add((name, tensor));
                break;
            case PickleDictionary dictionary:
                foreach (var (key, item) in dictionary)
                {
                    Walk(item, Join(name, Text(key) ?? "?"), depth + 1);
                }

                break;
            case object[] or List<object>:
                var items = (IReadOnlyList<object>)value;
                for (var i = 0; i < items.Count; i++)
                {
                    Walk(items[i], Join(name, i.ToString(CultureInfo.InvariantCulture)), depth + 1);
                }

                break;
            case var plain when Text(plain) is { } text:
                Metadata.TryAdd(name, text);
                break;
        }
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static string? Text(object value) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        BigInteger number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };
}
