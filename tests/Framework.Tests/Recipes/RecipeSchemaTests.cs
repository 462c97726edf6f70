using System.Text.Json.Nodes;
using Espalier.Plugins;
using Espalier.Recipes;

namespace Espalier.Framework.Tests.Recipes;

/// <summary>The schema says what the binder takes.</summary>
public class RecipeSchemaTests
{
    private const string Options = """{"type":"object","additionalProperties":false,"properties":{"p":{"type":"number"},"inner":{"$ref":"#/$defs/pattern"}}}""";
    private const string Required = """{"type":"object","additionalProperties":false,"required":["p"],"properties":{"p":{"type":"number"}}}""";

    private static readonly PartInfo[] Parts =
    [
        new("method", "x", "channel", "Cuts channels.", Options, "a", "1"),
        new("criterion", "x", "lp", "A norm.", Required, "a", "1"),
        new("criterion", "x", "l2", "Another norm.", OptionReader.NoOptions, "b", "1"),
    ];

    [Fact]
    public void Build_References_AreDefined()
    {
        var text = RecipeSchema.Build(Parts);
        var schema = JsonNode.Parse(text)!.AsObject();
        var kinds = System.Text.RegularExpressions.Regex.Matches(text, "#/\\$defs/([a-z]+)").Select(match => match.Groups[1].Value).Distinct();
        Assert.All(kinds, kind => Assert.True(schema["$defs"]!.AsObject().ContainsKey(kind), kind));
        Assert.Equal(["backend", "criterion", "family", "method", "pattern", "source"], schema["$defs"]!.AsObject().Select(entry => entry.Key));
        Assert.Contains("No loaded plugin offers a pattern", text, StringComparison.Ordinal);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)schema["$schema"]);
        Assert.Equal(["model"], schema["required"]!.AsArray().Select(key => (string)key!));
        Assert.Equal(
            ["$schema", "name", "model", "data", "target", "seed", "threads", "device", "steps", "outputs"], schema["properties"]!.AsObject().Select(entry => entry.Key));
    }

    [Fact]
    public void Build_PartThatNeedsOptions_CannotBeNamedAlone()
    {
        var criterion = JsonNode.Parse(RecipeSchema.Build(Parts))!["$defs"]!["criterion"]!["anyOf"]!.AsArray();
        Assert.Equal(["l2", null], criterion.Select(choice => (string?)choice!["const"]));
        Assert.Equal(["l2", "lp"], criterion[1]!["properties"]!.AsObject().Select(entry => entry.Key));
    }

    [Fact]
    public void Build_OrderOfParts_DoesNotMatter() => Assert.Equal(RecipeSchema.Build(Parts), RecipeSchema.Build(Parts.Reverse()));
}
