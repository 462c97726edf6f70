using System.Text.Json;
using System.Text.Json.Serialization;

namespace Espalier.Sensitivity;

/// <summary>Points of a study in a file, one JSON object per line: a study that was stopped goes on after the last whole line.</summary>
public static class SensitivityFile
{
    /// <summary>Reads the points of a file; none where there is no file. A line that was cut off by a crash is dropped.</summary>
    /// <exception cref="InvalidDataException">A line is no point.</exception>
    public static IReadOnlyList<SensitivityPoint> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var text = File.ReadAllText(path);
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        if (whole.Length < text.Length)
        {
            File.WriteAllText(path, whole);
        }

        return [.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, index) => Parse(path, index + 1, line))];
    }

    /// <summary>Adds a point.</summary>
    public static void Append(string path, SensitivityPoint point) =>
        File.AppendAllText(path, JsonSerializer.Serialize(point, SensitivityJsonContext.Default.SensitivityPoint) + "\n");

    private static SensitivityPoint Parse(string path, int line, string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, SensitivityJsonContext.Default.SensitivityPoint) ?? throw new JsonException("it is empty");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path}, line {line}: this is no point of a sensitivity study ({error.Message}). Remove the file to begin anew.", error);
        }
    }
}

/// <summary>The generated reader and writer of points.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(SensitivityPoint))]
internal sealed partial class SensitivityJsonContext : JsonSerializerContext;
