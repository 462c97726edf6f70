using System.Text.Json;
using static TorchSharp.torch;

namespace Espalier.Weights;

/// <summary>
/// Reads the header of a safetensors file: an unsigned 64-bit length, then that many bytes of JSON,
/// <c>{"__metadata__": {...}, "name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}}</c>, then the data.
/// </summary>
internal sealed class SafetensorsHeader
{
    private const int LengthBytes = 8;
    private const long Longest = 100_000_000;

    private readonly MappedFile file;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public SafetensorsHeader(MappedFile file)
    {
        this.file = file;
        var length = BitConverter.ToUInt64(file.Bytes(0, LengthBytes));
        if (length > (ulong)Math.Min(file.Length - LengthBytes, Longest))
        {
            throw file.Error(0, $"The header is said to be {length} bytes long, and the file has {file.Length} (at most {Longest} are read).", MappedFile.Damaged);
        }

        DataStart = LengthBytes + (long)length;
        var reader = new Utf8JsonReader(file.Bytes(LengthBytes, (int)length));
        try
        {
            Read(ref reader);
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            throw new WeightFileException(
                file.Path, Here(reader), $"The header is not the JSON it should be ({cause.Message.TrimEnd('.')}).", MappedFile.Damaged, cause);
        }

        CheckOffsets();
    }

    public long DataStart { get; }

    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    public List<Item> Items { get; } = [];

    private static string Here(in Utf8JsonReader reader) => $"byte {LengthBytes + reader.TokenStartIndex}";

    private void Read(ref Utf8JsonReader reader)
    {
        Next(ref reader, JsonTokenType.StartObject);
        while (Advance(ref reader) == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (!names.Add(name))
            {
                throw file.Error(Here(reader), $"The key {Printable.Quote(name)} is there twice.", "Write the file again; every tensor needs its own name.");
            }

            if (name == "__metadata__")
            {
                ReadMetadata(ref reader);
            }
            else
            {
                ReadItem(ref reader, name);
            }
        }

        Expect(reader, JsonTokenType.EndObject);
        // Only white space may follow; the reader throws on anything else.
        reader.Read();
    }

    private void ReadMetadata(ref Utf8JsonReader reader)
    {
        Next(ref reader, JsonTokenType.StartObject);
        while (Advance(ref reader) == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            Next(ref reader, JsonTokenType.String);
            if (!Metadata.TryAdd(key, reader.GetString()!))
            {
                throw file.Error(Here(reader), $"The metadata key {Printable.Quote(key)} is there twice.", "Write the file again.");
            }
        }

        Expect(reader, JsonTokenType.EndObject);
    }

    private void ReadItem(ref Utf8JsonReader reader, string name)
    {
        ScalarType? type = null;
        long[]? shape = null;
        long[]? offsets = null;
        Next(ref reader, JsonTokenType.StartObject);
        while (Advance(ref reader) == JsonTokenType.PropertyName)
        {
            switch (reader.GetString())
            {
                case "dtype" when type is null:
                    type = ReadType(ref reader, name);
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers(ref reader);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadNumbers(ref reader);
                    break;
                case var field:
                    throw file.Error(Here(reader), $"The field {Printable.Quote(field!)} of tensor {Printable.Quote(name)} is unknown or there twice.", MappedFile.Damaged);
            }
        }

        Expect(reader, JsonTokenType.EndObject);
        Items.Add(Check(name, type, shape, offsets));
    }

    private ScalarType ReadType(ref Utf8JsonReader reader, string name)
    {
        Next(ref reader, JsonTokenType.String);
        var type = reader.GetString()!;
        return SafetensorsTypes.Type(type) ?? throw file.Error(
            Here(reader),
            $"Tensor {Printable.Quote(name)} holds elements of type {Printable.Quote(type)}, which are not read here.",
            $"Convert it to one of {SafetensorsTypes.Names}.");
    }

    private long[] ReadNumbers(ref Utf8JsonReader reader)
    {
        var numbers = new List<long>();
        Next(ref reader, JsonTokenType.StartArray);
        while (Advance(ref reader) == JsonTokenType.Number)
        {
            if (!reader.TryGetInt64(out var number) || number < 0)
            {
                throw file.Error(Here(reader), "A whole number of 0 or more should be here.", MappedFile.Damaged);
            }

            numbers.Add(number);
        }

        Expect(reader, JsonTokenType.EndArray);
        return [.. numbers];
    }

    private Item Check(string name, ScalarType? type, long[]? shape, long[]? offsets)
    {
        var place = $"key {Printable.Quote(name)}";
        if (type is not { } known || shape is null || offsets is not [var begin, var end])
        {
            throw file.Error(place, "A tensor needs dtype, shape and two data_offsets.", MappedFile.Damaged);
        }

        if (TensorShape.Elements(shape) is not { } elements || begin > end || end - begin != elements * TensorData.Size(known))
        {
            throw file.Error(
                place, $"The shape {TensorShape.Text(shape.Take(64))} of {SafetensorsTypes.Name(known)} does not fit the data_offsets {begin} to {end}.", MappedFile.Damaged);
        }

        return end <= file.Length - DataStart
            ? new Item(name, known, shape, begin, end)
            : throw file.Error(place, $"Its data ends at byte {end} of {file.Length - DataStart}.", MappedFile.Damaged);
    }

    /// <summary>The format wants every byte of the data to belong to exactly one tensor.</summary>
    private void CheckOffsets()
    {
        var last = 0L;
        foreach (var item in Items.OrderBy(item => item.Begin).ThenBy(item => item.End))
        {
            if (item.Begin != last)
            {
                throw file.Error(
                    $"key {Printable.Quote(item.Name)}",
                    $"Its data {(item.Begin < last ? "overlaps another tensor's" : "leaves a gap to the tensor before it")} (data_offsets {item.Begin} to {item.End}).",
                    "Write the file again.");
            }

            last = item.End;
        }

        if (last != file.Length - DataStart)
        {
            throw file.Error(DataStart + last, $"{file.Length - DataStart - last} bytes after the last tensor belong to none.", MappedFile.Damaged);
        }
    }

    private static JsonTokenType Advance(ref Utf8JsonReader reader) =>
        reader.Read() ? reader.TokenType : throw new JsonException("it ends too early");

    private static void Next(ref Utf8JsonReader reader, JsonTokenType expected)
    {
        Advance(ref reader);
        Expect(reader, expected);
    }

    private static void Expect(in Utf8JsonReader reader, JsonTokenType expected)
    {
        if (reader.TokenType != expected)
        {
            throw new JsonException($"{reader.TokenType} where {expected} should be");
        }
    }

    /// <summary>A tensor; its data lies from Begin to End after the header.</summary>
    public sealed record Item(string Name, ScalarType Type, long[] Shape, long Begin, long End);
}
