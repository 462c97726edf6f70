using System.Text.Json;

namespace Espalier.Plugins;

/// <summary>Reads <c>plugin.json</c>. Nothing that it says is believed before it is checked: it may come from anywhere.</summary>
public static class PluginManifestReader
{
    /// <summary>The size in bytes that a manifest may have.</summary>
    public const int MaxSize = 1 << 20;

    /// <summary>Reads a plugin's manifest.</summary>
    /// <param name="file">The file.</param>
    /// <param name="warnings">Gets one text for each field that is not known.</param>
    /// <exception cref="PluginException">It cannot be read or is wrong; the message names file, place, cause and way out.</exception>
    public static PluginManifest Read(string file, ICollection<string> warnings)
    {
        byte[] json;
        try
        {
            using var stream = File.OpenRead(file);
            var buffer = new byte[(int)Math.Min(stream.Length, MaxSize + 1)];
            json = buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new PluginException($"{file} cannot be read: {cause.Message} Build or install the plugin again.");
        }

        return Parse(json, file, warnings);
    }

    /// <summary>Reads a manifest from JSON.</summary>
    /// <param name="json">The text in UTF-8.</param>
    /// <param name="file">What to call it in messages.</param>
    /// <param name="warnings">Gets one text for each field that is not known.</param>
    /// <exception cref="PluginException">It is wrong; the message names file, place, cause and way out.</exception>
    public static PluginManifest Parse(ReadOnlySpan<byte> json, string file, ICollection<string> warnings)
    {
        ArgumentNullException.ThrowIfNull(warnings);
        if (json.Length > MaxSize)
        {
            throw new PluginException($"{file}: a manifest has at most {MaxSize >> 20} MiB, and this has more. Is it a manifest? Build the plugin again.");
        }

        ManifestJson? read;
        try
        {
            read = JsonSerializer.Deserialize(StripMark(json), ManifestJsonContext.Default.ManifestJson);
        }
        catch (JsonException error)
        {
            var place = error.LineNumber is { } line ? $"({line + 1},{error.BytePositionInLine + 1})" : "";
            throw new PluginException($"{file}{place}: this is no plugin manifest ({FirstSentence(error.Message)}). Correct it, or build the plugin again.");
        }

        return new ManifestCheck(file, warnings).Check(read ?? throw new PluginException($"{file}: the manifest is empty. Build the plugin again."));
    }

    private static ReadOnlySpan<byte> StripMark(ReadOnlySpan<byte> json) => json.StartsWith("\uFEFF"u8) ? json[3..] : json;

    // The rest repeats path and position.
    private static string FirstSentence(string message) => message.Split(". ")[0].Split(" Path:")[0].TrimEnd('.');
}
