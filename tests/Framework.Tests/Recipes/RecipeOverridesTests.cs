using Espalier.Recipes;

namespace Espalier.Framework.Tests.Recipes;

/// <summary>Values of a recipe can be set from the command line.</summary>
public class RecipeOverridesTests
{
    private const string Recipe = "{ steps: [ { channel: { ratio: 0.5, criterion: l2 } }, finetune ], seed: 1 }";

    private static string Show(RecipeNode node) => node switch
    {
        RecipeMap map => $"{{{string.Join(",", map.Entries.Select(e => $"{e.Key}:{Show(e.Value)}"))}}}",
        RecipeList list => $"[{string.Join(",", list.Items.Select(Show))}]",
        RecipeScalar scalar => scalar.Text,
        _ => "",
    };

    private static RecipeNode Apply(params string[] assignments) => RecipeOverrides.Apply(RecipeReader.Read(Recipe, "r.yaml"), assignments);

    [Theory]
    [InlineData("seed=7", "{steps:[{channel:{ratio:0.5,criterion:l2}},finetune],seed:7}")]
    [InlineData("steps[0].channel.ratio = 0.3", "{steps:[{channel:{ratio:0.3,criterion:l2}},finetune],seed:1}")]
    [InlineData("steps[0].channel.per-layer[\"layer1.0\"]=0.3", "{steps:[{channel:{ratio:0.5,criterion:l2,per-layer:{layer1.0:0.3}}},finetune],seed:1}")]
    [InlineData("steps[0].channel.criterion.l2.p=1", "{steps:[{channel:{ratio:0.5,criterion:{l2:{p:1}}}},finetune],seed:1}")]
    [InlineData("steps[1].finetune.epochs=3", "{steps:[{channel:{ratio:0.5,criterion:l2}},{finetune:{epochs:3}}],seed:1}")]
    [InlineData("steps[2]={ mask: 2:4 }", "{steps:[{channel:{ratio:0.5,criterion:l2}},finetune,{mask:2:4}],seed:1}")]
    [InlineData("target.backend=a=b", "{steps:[{channel:{ratio:0.5,criterion:l2}},finetune],seed:1,target:{backend:a=b}}")]
    [InlineData("steps=", "{steps:,seed:1}")]
    public void Apply_Assignment_ChangesTheTree(string assignment, string expected) => Assert.Equal(expected, Show(Apply(assignment)));

    [Fact]
    public void Apply_Several_InOrder() => Assert.Equal("{steps:[],seed:3}", Show(Apply("seed=2", "steps=[]", "seed=3")));

    [Fact]
    public void Apply_NewPieces_SayWhereTheyComeFrom()
    {
        var steps = Assert.IsType<RecipeList>(Assert.IsType<RecipeMap>(Apply("steps[0].channel.ratio=x")).Find("steps"));
        var channel = Assert.IsType<RecipeMap>(Assert.IsType<RecipeMap>(steps.Items[0]).Find("channel"));
        Assert.Equal("--set steps[0].channel.ratio", channel.Find("ratio")!.Place.ToString());
        Assert.Equal("r.yaml(1,48) steps[0].channel.criterion", channel.Find("criterion")!.Place.ToString());
    }

    [Theory]
    [InlineData("seed", "--set: 'seed' is no assignment. Write path=value: steps[0].channel.ratio=0.3.")]
    [InlineData("=3", "--set: '=3' is no assignment. Write path=value: steps[0].channel.ratio=0.3.")]
    [InlineData("steps[x]=3", "--set: 'steps[x]=3' is no assignment. Write path=value: steps[0].channel.ratio=0.3.")]
    [InlineData("steps[3]=a", "--set steps: The list has 2 items; the next to add is [2].")]
    [InlineData("steps[99999999999]=a", "--set steps: The list has 2 items; the next to add is [2].")]
    [InlineData("steps.a=3", "--set steps: This is a list, not a mapping with the key 'a'.")]
    [InlineData("seed.a=3", "--set seed: This is '1', not a mapping with the key 'a'.")]
    [InlineData("seed[0]=3", "--set seed: This is '1', not a list.")]
    public void Apply_ImpossibleAssignment_IsRefused(string assignment, string message) =>
        Assert.Equal(message, Assert.Throws<RecipeException>(() => Apply(assignment)).Message);

    [Fact]
    public void Apply_BrokenValue_IsRefused() => Assert.StartsWith("--set", Assert.Throws<RecipeException>(() => Apply("seed=[1")).Message, StringComparison.Ordinal);
}
