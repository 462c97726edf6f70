using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Espalier.Recipes;

namespace Espalier.Checkpoints;

/// <summary>Pieces of recipes as JSON, with keys in order: the same options give the same text, however they were written.</summary>
internal sealed class RecipeNodeConverter : JsonConverter<RecipeNode>
{
    public override RecipeNode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return RecipeReader.Read(document.RootElement.GetRawText(), "options.json");
        }
        catch (RecipeException error)
        {
            throw new JsonException(error.Message, error);
        }
    }

    public override void Write(Utf8JsonWriter writer, RecipeNode value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case RecipeMap map:
                writer.WriteStartObject();
                foreach (var entry in map.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(entry.Key);
                    Write(writer, entry.Value, options);
                }

                writer.WriteEndObject();
                break;
            case RecipeList list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(writer, item, options);
                }

                writer.WriteEndArray();
                break;
            case RecipeScalar scalar:
                WriteScalar(writer, scalar);
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter writer, RecipeScalar scalar)
    {
        switch (scalar)
        {
            case { Quoted: true }:
                writer.WriteStringValue(scalar.Text);
                break;
            case { IsNull: true }:
                writer.WriteNullValue();
                break;
            case { Text: "true" or "True" or "TRUE" }:
                writer.WriteBooleanValue(true);
                break;
            case { Text: "false" or "False" or "FALSE" }:
                writer.WriteBooleanValue(false);
                break;
            default:
                WriteNumberOrText(writer, scalar.Text);
                break;
        }
    }

    // Numbers keep their digits, where JSON knows the notation; ".5" and "+3" get another.
    private static void WriteNumberOrText(Utf8JsonWriter writer, string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            writer.WriteStringValue(text);
            return;
        }

        try
        {
            writer.WriteRawValue(text);
        }
        catch (JsonException)
        {
            writer.WriteNumberValue(number);
        }
    }
}
