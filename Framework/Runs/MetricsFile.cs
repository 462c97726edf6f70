using System.Buffers;
using System.Text.Json;
using Espalier.Methods;

namespace Espalier.Runs;

/// <summary>
/// A run's numbers, one JSON object per line: the step's number and method, the kind of record, its index, and the values. It holds no times, so that the
/// same run gives the same bytes.
/// </summary>
internal sealed class MetricsFile : IDisposable
{
    private readonly FileStream stream;

    /// <summary>Opens the file, and keeps what it holds.</summary>
    public MetricsFile(string path)
    {
        stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
        stream.Seek(0, SeekOrigin.End);
    }

    /// <summary>The sink of one step.</summary>
    /// <param name="step">Its number, from 1; 0 for what comes before, one more than there are for what comes after.</param>
    /// <param name="method">What it is.</param>
    public IMetricsSink Of(int step, string method) => new Sink(this, step, method);

    /// <summary>Brings all lines onto the disk.</summary>
    /// <returns>The file's length in bytes.</returns>
    public long Flush()
    {
        stream.Flush(flushToDisk: true);
        return stream.Length;
    }

    /// <summary>Drops what was written after a save.</summary>
    /// <exception cref="IOException">The file is shorter than that.</exception>
    public void Truncate(long length)
    {
        if (stream.Length < length)
        {
            throw new IOException($"{stream.Name}: it has {stream.Length} bytes, and had {length} when the run was saved. Begin the run anew in another folder.");
        }

        stream.SetLength(length);
        stream.Seek(0, SeekOrigin.End);
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private void Write(int step, string method, string kind, long index, IReadOnlyDictionary<string, double> values)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteNumber("step", step);
            json.WriteString("method", method);
            json.WriteString("kind", kind);
            json.WriteNumber("index", index);
            json.WriteStartObject("values");
            foreach (var (name, value) in values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                WriteValue(json, name, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        stream.Write(line.WrittenSpan);
        stream.Flush();
    }

    // JSON has no NaN and no infinity: they are written as texts.
    private static void WriteValue(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteString(name, value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private sealed class Sink(MetricsFile file, int step, string method) : IMetricsSink
    {
        public void Write(string kind, long index, IReadOnlyDictionary<string, double> values) => file.Write(step, method, kind, index, values);
    }
}
