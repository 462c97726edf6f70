using Espalier.Generators.Emission;
using Espalier.Generators.Plugins.Model;

namespace Espalier.Generators.Plugins.Emission;

/// <summary>Writes the JSON schema of an options record as a constant text, one option a line. Records within it stand in by their own constants.</summary>
internal static class SchemaEmitter
{
    public static void Emit(SourceWriter writer, OptionsModel model)
    {
        writer.Line("/// <summary>The JSON schema (draft 2020-12) of the options.</summary>");
        writer.Line("public const string Schema =");
        writer.Indented(() =>
        {
            writer.Line("\"\"\"");
            foreach (var line in Text(model).Split('\n'))
            {
                writer.Line(line);
            }

            writer.Line("\"\"\";");
        });
    }

    // A record within is spliced in: the literal ends, the constant follows, the literal begins again.
    private static string Text(OptionsModel model)
    {
        var description = model.Description.Length == 0 ? "" : $"\"description\":{Json.Text(model.Description)},";
        var shorthand = model.Options.FirstOrDefault(o => o.IsShorthand);
        var required = string.Join(",", model.Options.Where(o => o.IsRequired).Select(o => Json.Text(o.Key)));
        var properties = string.Join(",\n", model.Options.Select(o => $"{Json.Text(o.Key)}:{Property(o)}"));
        var record = "\"type\":\"object\",\"additionalProperties\":false,"
            + (required.Length == 0 ? "" : $"\"required\":[{required}],")
            + (properties.Length == 0 ? "\"properties\":{}" : $"\"properties\":{{\n{properties}\n}}");
        return shorthand is null
            ? $"{{{description}{record}}}"
            : $"{{{description}\"anyOf\":[\n{{{record}}},\n{Property(shorthand)}\n]}}";
    }

    private static string Property(OptionModel option)
    {
        var description = option.Description.Length == 0 ? "" : $"\"description\":{Json.Text(option.Description)},";
        var initial = option.Default is null || option.IsRequired ? "" : $"\"default\":{option.Default},";
        return $"{{{description}{initial}{Type(option.Type)}}}";
    }

    private static string Type(OptionType type) => type.Null == OptionNull.Never ? Plain(type) : $"\"anyOf\":[{{{Plain(type)}}},{{\"type\":\"null\"}}]";

    private static string Plain(OptionType type) => type.Kind switch
    {
        OptionKind.Boolean => "\"type\":\"boolean\"",
        OptionKind.Text => "\"type\":[\"string\",\"number\",\"boolean\"]",
        OptionKind.FilePath => "\"type\":\"string\"",
        OptionKind.Enumeration => $"\"enum\":[{string.Join(",", type.Names.Select(n => Json.Text(n.Key)))}]",
        OptionKind.Part => $"\"$ref\":{Json.Text("#/$defs/" + type.PartKind)}",
        OptionKind.Record => $"\"allOf\":[\n\"\"\" + {type.Name}Binding.Schema + \"\"\"\n]",
        OptionKind.List => $"\"type\":\"array\",\"items\":{{{Type(type.Item!)}}}",
        OptionKind.Dictionary => $"\"type\":\"object\",\"additionalProperties\":{{{Type(type.Item!)}}}",
        OptionKind.Int32 or OptionKind.Int64 => "\"type\":\"integer\"" + Bounds(type.Bounds),
        _ => "\"type\":\"number\"" + Bounds(type.Bounds),
    };

    private static string Bounds(Bounds bounds) =>
        (bounds.HasMin ? $",\"{(bounds.ExclusiveMin ? "exclusiveMinimum" : "minimum")}\":{Json.Number(bounds.Min)}" : "")
        + (bounds.HasMax ? $",\"{(bounds.ExclusiveMax ? "exclusiveMaximum" : "maximum")}\":{Json.Number(bounds.Max)}" : "");
}
