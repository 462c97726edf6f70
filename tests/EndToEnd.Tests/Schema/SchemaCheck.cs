using System.Text.Json;
using System.Text.Json.Nodes;

namespace Espalier.EndToEnd.Tests.Schema;

/// <summary>Checks JSON by a schema of draft 2020-12, for the keywords that the schema of recipes uses; any other keyword is an error of the test.</summary>
/// <param name="root">The schema.</param>
internal sealed class SchemaCheck(JsonObject root)
{
    /// <summary>Whether a value fits the schema.</summary>
    public bool Fits(JsonNode? value) => Fits(root, value);

    private bool Fits(JsonNode schema, JsonNode? value) => schema switch
    {
        JsonValue all => all.GetValue<bool>(),
        JsonObject keywords => keywords.All(keyword => Fits(keywords, keyword.Key, keyword.Value, value)),
        _ => throw new NotSupportedException($"A schema is no list: {schema.ToJsonString()}"),
    };

    private bool Fits(JsonObject schema, string keyword, JsonNode? wanted, JsonNode? value) => keyword switch
    {
        "$schema" or "$defs" or "title" or "description" or "default" => true,
        "$ref" => Fits(root["$defs"]![wanted!.GetValue<string>()["#/$defs/".Length..]]!, value),
        "type" => (wanted as JsonArray ?? [wanted!.DeepClone()]).Any(type => IsOf(type!.GetValue<string>(), value)),
        "const" => JsonNode.DeepEquals(wanted, value),
        "enum" => wanted!.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
        "anyOf" => wanted!.AsArray().Any(one => Fits(one!, value)),
        "allOf" => wanted!.AsArray().All(one => Fits(one!, value)),
        "not" => !Fits(wanted!, value),
        "minimum" => Number(value) is not { } number || number >= wanted!.GetValue<double>(),
        "maximum" => Number(value) is not { } number || number <= wanted!.GetValue<double>(),
        "exclusiveMinimum" => Number(value) is not { } number || number > wanted!.GetValue<double>(),
        "exclusiveMaximum" => Number(value) is not { } number || number < wanted!.GetValue<double>(),
        "items" => value is not JsonArray list || list.All(item => Fits(wanted!, item)),
        "required" => value is not JsonObject map || wanted!.AsArray().All(key => map.ContainsKey(key!.GetValue<string>())),
        "minProperties" => value is not JsonObject map || map.Count >= wanted!.GetValue<int>(),
        "maxProperties" => value is not JsonObject map || map.Count <= wanted!.GetValue<int>(),
        "properties" => value is not JsonObject map || map.All(entry => wanted![entry.Key] is not { } own || Fits(own, entry.Value)),
        "additionalProperties" => value is not JsonObject map
            || map.All(entry => (schema["properties"] as JsonObject)?.ContainsKey(entry.Key) == true || Fits(wanted!, entry.Value)),
        _ => throw new NotSupportedException($"The keyword '{keyword}' is not known to the tests."),
    };

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) or ("string", JsonValueKind.String) or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("array", JsonValueKind.Array) or ("object", JsonValueKind.Object) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => double.IsInteger(value!.GetValue<double>()),
        _ => false,
    };

    private static double? Number(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number ? value.GetValue<double>() : null;
}
