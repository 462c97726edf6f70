using System.Text.Json;
using static TorchSharp.torch;

namespace Espalier.Weights;

/// <summary>
/// Writes safetensors files. The same tensors and metadata give the same bytes, in whatever order they are passed: larger elements come
/// first, then names decide, so that each tensor lies at a multiple of its element size.
/// </summary>
public static class SafetensorsWriter
{
    private const int Alignment = 8;

    /// <summary>Writes a file. It takes the target's place once all of it is on the disk; until then the target stays as it was.</summary>
    /// <param name="path">The target; its folder must exist.</param>
    /// <param name="tensors">The tensors by name, on any device.</param>
    /// <param name="metadata">What else the file is to say.</param>
    /// <exception cref="WeightFileException">A name occurs twice or is reserved, the format has no such element type, or the disk refuses.</exception>
    public static void Write(
        string path, IEnumerable<(string Name, Tensor Tensor)> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(tensors);
        var ordered = tensors
            .OrderByDescending(pair => TensorData.Size(pair.Tensor.dtype))
            .ThenBy(pair => pair.Name, StringComparer.Ordinal)
            .ToList();
        var header = Header(path, ordered, metadata ?? new Dictionary<string, string>());
        var temporary = path + ".tmp";
        try
        {
            try
            {
                WriteAll(temporary, header, ordered);
                File.Move(temporary, path, overwrite: true);
            }
            catch
            {
                File.Delete(temporary);
                throw;
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new WeightFileException(
                path, null, $"The file cannot be written: {cause.Message}", "Check that the folder exists, may be written to and has room.", cause);
        }
    }

    private static void WriteAll(string temporary, byte[] header, List<(string Name, Tensor Tensor)> tensors)
    {
        using var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(BitConverter.GetBytes((ulong)header.Length));
        stream.Write(header);
        foreach (var (_, tensor) in tensors)
        {
            TensorData.Write(tensor, stream);
        }

        stream.Flush(flushToDisk: true);
    }

    private static byte[] Header(string path, List<(string Name, Tensor Tensor)> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (metadata.Count > 0)
            {
                json.WriteStartObject("__metadata__");
                foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    json.WriteString(key, value);
                }

                json.WriteEndObject();
            }

            WriteTensors(path, json, tensors);
            json.WriteEndObject();
        }

        while (buffer.Length % Alignment != 0)
        {
            buffer.WriteByte((byte)' ');
        }

        return buffer.ToArray();
    }

    private static void WriteTensors(string path, Utf8JsonWriter json, List<(string Name, Tensor Tensor)> tensors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { "__metadata__" };
        var offset = 0L;
        foreach (var (name, tensor) in tensors)
        {
            if (!names.Add(name))
            {
                throw new WeightFileException(path, $"key {Printable.Quote(name)}", "This name is taken.", "Give every tensor a name of its own.");
            }

            var type = SafetensorsTypes.Name(tensor.dtype) ?? throw new WeightFileException(
                path, $"key {Printable.Quote(name)}", $"Elements of type {tensor.dtype} have no name in safetensors.", $"Convert it to one of {SafetensorsTypes.Names}.");
            json.WriteStartObject(name);
            json.WriteString("dtype", type);
            json.WriteStartArray("shape");
            foreach (var size in tensor.shape)
            {
                json.WriteNumberValue(size);
            }

            json.WriteEndArray();
            json.WriteStartArray("data_offsets");
            json.WriteNumberValue(offset);
            json.WriteNumberValue(offset += tensor.numel() * TensorData.Size(tensor.dtype));
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}
