using System.Text.Json.Nodes;
using Espalier.Recipes;

namespace Espalier.EndToEnd.Tests.Schema;

/// <summary>What the schema says of recipes is what the reader says: editors mislead nobody.</summary>
public sealed class RecipeSchemaTests(LoadedPlugins plugins) : IClassFixture<LoadedPlugins>
{
    private readonly SchemaCheck schema = new(JsonNode.Parse(RecipeSchema.Build(plugins.Parts.Parts))!.AsObject());

    public static TheoryData<string> Names => [.. Recipes.All.Keys];

    [Fact]
    public void Recipes_AreFound()
    {
        Assert.Contains("hosts/Cli/recipes/demo.yaml", Recipes.All.Keys);
        Assert.Contains(Recipes.All.Keys, name => name.StartsWith("docs/recipes.md:", StringComparison.Ordinal));
        Assert.Contains(Recipes.All.Keys, name => name.StartsWith("README.md:", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Schema_Recipe_TakesItAsTheReaderDoes(string name)
    {
        Assert.Empty(ErrorsOf(Recipes.Read(name)));
        Assert.True(Fits(Recipes.Read(name)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Schema_BrokenRecipe_RefusesItAsTheReaderDoes(string name)
    {
        var variants = Broken.Variants(Recipes.Read(name)).ToArray();
        Assert.True(variants.Length > 10);
        Assert.All(variants, variant =>
        {
            Assert.True(ErrorsOf(variant.Recipe).Count > 0, $"the reader takes {variant.What}");
            Assert.False(Fits(variant.Recipe), $"the schema takes {variant.What}");
        });
    }

    [Theory]
    [InlineData("steps: [ { channel: { ratio: 0.5 } } ]")]
    [InlineData("model: { family: no-such-family }")]
    [InlineData("model: { family: { resnet-cifar: { depth: twenty } } }")]
    [InlineData("model: { family: { resnet-cifar: 20, vgg: 16 } }")]
    [InlineData("model: { family: resnet-cifar }\nsteps: [ { channel: { ratio: half } } ]")]
    [InlineData("model: { family: resnet-cifar }\nsteps: [ { train: { epochs: -1 } } ]")]
    [InlineData("model: { family: resnet-cifar }\nsteps: [ { train: { epochs: 1.5 } } ]")]
    [InlineData("model: { family: resnet-cifar }\nsteps: [ { train: { optimizer: sdg } } ]")]
    [InlineData("model: { family: resnet-cifar }\nsteps: channel")]
    [InlineData("model: { family: resnet-cifar }\nseed: lucky")]
    public void Schema_Mistake_RefusesItAsTheReaderDoes(string text)
    {
        var recipe = RecipeReader.Read(text, "recipe.yaml");
        Assert.NotEmpty(ErrorsOf(recipe));
        Assert.False(Fits(recipe));
    }

    private bool Fits(RecipeNode recipe) => schema.Fits(JsonNode.Parse(RecipeJson.Write(recipe)));

    private IReadOnlyList<RecipeError> ErrorsOf(RecipeNode recipe)
    {
        try
        {
            new RecipeBinder(plugins.Parts).Bind(recipe);
            return [];
        }
        catch (RecipeException error)
        {
            return error.Errors;
        }
    }
}
