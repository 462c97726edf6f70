using Espalier.Recipes;

namespace Espalier.Framework.Tests.Runs;

public sealed class RecipeJsonTests
{
    [Theory]
    [InlineData("b: 1\na: [true, null, 'x']", """{"a":[true,null,"x"],"b":1}""")]
    [InlineData("a: .5\nb: +3\nc: 1e-4\nd: 0.50", """{"a":0.5,"b":3,"c":1e-4,"d":0.50}""")]
    [InlineData("a: '1'\nb: plain text", """{"a":"1","b":"plain text"}""")]
    public void Write_Recipe_IsCanonicalJson(string yaml, string json)
    {
        var written = RecipeJson.Write(RecipeReader.Read(yaml, "a.yaml"));

        Assert.Equal(json, written);
        Assert.Equal(json, RecipeJson.Write(RecipeReader.Read(written, "a.json")));
    }
}
