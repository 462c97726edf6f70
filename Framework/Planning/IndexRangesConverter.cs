using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Espalier.Planning;

/// <summary>Ascending indices as ranges: "0-15,17".</summary>
internal sealed class IndexRangesConverter : JsonConverter<IReadOnlyList<int>>
{
    /// <summary>More indices than any dimension has; a plan that asks for more is damaged.</summary>
    private const int Limit = 1 << 22;

    public override IReadOnlyList<int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var indices = new List<int>();
        foreach (var part in (reader.GetString() ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var dash = part.IndexOf('-', StringComparison.Ordinal);
            var (first, last) = dash < 0 ? (Number(part), Number(part)) : (Number(part.AsSpan(0, dash)), Number(part.AsSpan(dash + 1)));
            if (last < first || last - first + indices.Count > Limit)
            {
                throw new JsonException($"'{part}' is no range of indices");
            }

            indices.AddRange(Enumerable.Range(first, last - first + 1));
        }

        return indices;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<int> value, JsonSerializerOptions options)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Count;)
        {
            var end = i;
            while (end + 1 < value.Count && value[end + 1] == value[end] + 1)
            {
                end++;
            }

            text.Append(text.Length > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $"{value[i]}");
            if (end > i)
            {
                text.Append(CultureInfo.InvariantCulture, $"-{value[end]}");
            }

            i = end + 1;
        }

        writer.WriteStringValue(text.ToString());
    }

    private static int Number(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new JsonException($"'{text}' is no index");
}
