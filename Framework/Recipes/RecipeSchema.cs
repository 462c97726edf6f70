using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Espalier.Plugins;

namespace Espalier.Recipes;

/// <summary>Writes the JSON schema of recipes, with which editors complete and check them.</summary>
public static class RecipeSchema
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema (draft 2020-12) of recipes that name these parts.</summary>
    /// <param name="parts">The parts of the loaded plugins.</param>
    public static string Build(IEnumerable<PartInfo> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var recipe = JsonNode.Parse(RecipeBinding.Schema)!.AsObject();
        recipe["properties"]!.AsObject().Insert(0, RecipeBinder.SchemaKey, new JsonObject { ["type"] = "string" });
        var schema = new JsonObject { [RecipeBinder.SchemaKey] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "Espalier recipe" };
        foreach (var (key, value) in recipe.ToList())
        {
            recipe.Remove(key);
            schema[key] = value;
        }

        var byKind = parts.GroupBy(part => part.Kind, StringComparer.Ordinal).ToDictionary(same => same.Key, Kind, StringComparer.Ordinal);
        var kinds = References(schema).Concat(byKind.Values.SelectMany(References)).Concat(byKind.Keys).ToHashSet(StringComparer.Ordinal);
        schema["$defs"] = new JsonObject(kinds.Order(StringComparer.Ordinal).Select(kind =>
            KeyValuePair.Create(kind, (JsonNode?)(byKind.TryGetValue(kind, out var definition) ? definition : Missing(kind)))));
        return schema.ToJsonString(Options) + "\n";
    }

    /// <summary>A part by its name, if it can do without options, or with them.</summary>
    private static JsonObject Kind(IEnumerable<PartInfo> parts)
    {
        var names = new JsonArray();
        var properties = new JsonObject();
        foreach (var part in parts.OrderBy(part => part.Name, StringComparer.Ordinal))
        {
            var options = JsonNode.Parse(part.Schema)!;
            var needsOptions = (options["anyOf"]?[0] ?? options)["required"] is JsonArray { Count: > 0 };
            if (!needsOptions)
            {
                names.Add(new JsonObject { ["const"] = part.Name, ["description"] = part.Summary });
                options = new JsonObject { ["anyOf"] = new JsonArray(options, new JsonObject { ["type"] = "null" }) };
            }

            properties[part.Name] = new JsonObject { ["description"] = part.Summary, ["allOf"] = new JsonArray(options) };
        }

        names.Add(new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["minProperties"] = 1,
            ["maxProperties"] = 1,
            ["properties"] = properties,
        });
        return new JsonObject { ["anyOf"] = names };
    }

    private static JsonObject Missing(string kind) => new() { ["description"] = $"No loaded plugin offers a {kind}.", ["not"] = new JsonObject() };

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => entry is { Key: "$ref", Value: JsonValue value } ? [value.GetValue<string>()["#/$defs/".Length..]] : References(entry.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
