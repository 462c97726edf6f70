using Espalier.Recipes;
using Espalier.Runs;

namespace Espalier.Framework.Tests.Runs;

public sealed class RecipeDifferenceTests
{
    [Theory]
    [InlineData("a: 1\nb: [x, { c: 2 }]", "b: [x, {c: 2}]\na: 1", null)]
    [InlineData("a: 1", "a: 2", "a is 2, and was 1")]
    [InlineData("steps: [ { channel: { ratio: 0.3 } } ]", "steps: [ { channel: { ratio: 0.5 } } ]", "steps[0].channel.ratio is 0.5, and was 0.3")]
    [InlineData("steps: [a]", "steps: [a, b]", "steps[1] is \"b\", and was not given")]
    [InlineData("a: 1\nb: 2", "a: 1", "b is not given, and was 2")]
    [InlineData("a: 1", "a: '1'", "a is \"1\", and was 1")]
    public void Find_TwoRecipes_NamesTheFirstDifference(string former, string now, string? expected) =>
        Assert.Equal(expected, RecipeDifference.Find(RecipeReader.Read(former, "a.yaml"), RecipeReader.Read(now, "b.yaml")));
}
