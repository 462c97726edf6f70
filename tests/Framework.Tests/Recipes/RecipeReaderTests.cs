using Espalier.Recipes;

namespace Espalier.Framework.Tests.Recipes;

/// <summary>YAML and JSON become trees with places; what is no recipe is refused with one clear error.</summary>
public class RecipeReaderTests
{
    private const string Yaml =
        """
        # A recipe.
        model: { family: resnet-cifar, depth: 20 }
        steps:
          - channel:
              ratio: 0.5
              "layer1.0": '0.3'
          - finetune
        note:
        """;

    private const string Json =
        """
        {
          // A recipe.
          "steps": [
            { "channel": { "ratio": 0.5, "keep": null, "name": "ä\ud83d\ude00/\t" } },
            "finetune",
          ],
        }
        """;

    private static string Error(string text, string file = "r.yaml") => Assert.Throws<RecipeException>(() => RecipeReader.Read(text, file)).Message;

    private static IEnumerable<RecipeNode> All(RecipeNode node) => node switch
    {
        RecipeMap map => map.Entries.SelectMany(entry => All(entry.Value)).Prepend(node),
        RecipeList list => list.Items.SelectMany(All).Prepend(node),
        _ => [node],
    };

    [Fact]
    public void Yaml_Pieces_KnowTheirPlaces() => Assert.Equal(
        [
            "r.yaml(2,1)", "r.yaml(2,8) model", "r.yaml(2,18) model.family", "r.yaml(2,39) model.depth", "r.yaml(4,3) steps", "r.yaml(4,5) steps[0]",
            "r.yaml(5,7) steps[0].channel", "r.yaml(5,14) steps[0].channel.ratio", "r.yaml(6,19) steps[0].channel[\"layer1.0\"]", "r.yaml(7,5) steps[1]",
            "r.yaml(8,6) note",
        ],
        All(RecipeReader.Read(Yaml, "r.yaml")).Select(node => node.Place.ToString()));

    [Fact]
    public void Json_Pieces_KnowTheirPlaces()
    {
        var nodes = All(RecipeReader.Read(Json, "r.json")).ToList();
        Assert.Equal(
            [
                "r.json(1,1)", "r.json(3,12) steps", "r.json(4,5) steps[0]", "r.json(4,18) steps[0].channel", "r.json(4,29) steps[0].channel.ratio",
                "r.json(4,42) steps[0].channel.keep", "r.json(4,56) steps[0].channel.name", "r.json(5,5) steps[1]",
            ],
            nodes.Select(node => node.Place.ToString()));
        Assert.Equal("ä😀/\t", Assert.IsType<RecipeScalar>(nodes[6]).Text);
        Assert.True(Assert.IsType<RecipeScalar>(nodes[5]).IsNull);
    }

    [Fact]
    public void Quotes_AreRemembered()
    {
        var scalars = All(RecipeReader.Read("[a, 'b', \"c\", 2:4, ~]", "r.yaml")).OfType<RecipeScalar>().ToList();
        Assert.Equal(["a", "b", "c", "2:4", "~"], scalars.Select(s => s.Text));
        Assert.Equal([false, true, true, false, false], scalars.Select(s => s.Quoted));
    }

    [Theory]
    [InlineData("", "r.yaml(1,1): The recipe is empty.")]
    [InlineData("# nothing\n", "r.yaml(1,1): The recipe is empty.")]
    [InlineData("a: 1\nb: 2\na: 3", "r.yaml(3,1) a: The key 'a' is already given in line 1. Take one of them away.")]
    [InlineData("a: &x 1", "r.yaml(1,4) a: The anchor '&x' is not supported. Take it away.")]
    [InlineData("a: *x", "r.yaml(1,4) a: The alias '*x' is not supported. Write the value out.")]
    [InlineData("a: !!int 1", "r.yaml(1,4) a: The tag 'tag:yaml.org,2002:int' is not supported. Take it away.")]
    [InlineData("a: { <<: { b: 1 } }", "r.yaml(1,6) a: Merge keys ('<<') are not supported. Write the entries out.")]
    [InlineData("a: 1\n---\nb: 2", "r.yaml(2,1): A second document begins here. A recipe is one document: take the '---' away.")]
    [InlineData("[a]: 1", "r.yaml(1,1): A key is a single value, not a list.")]
    [InlineData(": 1", "r.yaml(1,1) [\"\"]: A key is missing before the ':'.")]
    [InlineData("a:\n\tb: 1", "r.yaml(2,1): This is not YAML: the line is indented with a tab. Indent with spaces.")]
    [InlineData("a: b\0", "r.yaml(1,5): There is a zero byte here. A recipe is text.")]
    public void Yaml_NoRecipe_IsRefused(string text, string message) => Assert.Equal(message, Error(text));

    [Theory]
    [InlineData("a: [1, 2")]
    [InlineData("a: 'b")]
    [InlineData("a: b: c")]
    [InlineData("  a: 1\n b: 2")]
    [InlineData("%TAG")]
    public void Yaml_Broken_IsRefusedAtItsPlace(string text) => Assert.Matches(@"^r\.yaml\([0-9]+,[0-9]+\): This is not YAML: .+\.$", Error(text));

    [Theory]
    [InlineData("", "r.json(1,1): This is not JSON: ")]
    [InlineData("{\n \"a\": tru }", "r.json(2,10): This is not JSON: ")]
    [InlineData("{} {}", "r.json(1,4): This is not JSON: ")]
    [InlineData("{\"a\": 1,\n \"a\": 2}", "r.json(2,2) a: The key 'a' is already given in line 1.")]
    [InlineData("[\"\\ud800\"]", "r.json(1,2) [0]: This is not JSON: the text holds half of a pair")]
    public void Json_NoRecipe_IsRefused(string text, string message) => Assert.StartsWith(message, Error(text, "r.json"), StringComparison.Ordinal);

    [Theory]
    [InlineData("r.yaml")]
    [InlineData("r.json")]
    public void Read_TooDeep_IsRefused(string file)
    {
        Error(new string('[', 100_000), file);
        Error(new string('[', 100_000) + new string(']', 100_000), file);
        Error(string.Concat(Enumerable.Repeat("{\"a\":", 1000)), file);
        RecipeReader.Read(new string('[', 60) + new string(']', 60), file);
    }

    [Fact]
    public void Read_TooLong_IsRefused() => Assert.Contains("at most 1048576", Error(new string('a', RecipeReader.LargestSize + 1)), StringComparison.Ordinal);

    [Fact]
    public void ReadFile_NotThereOrNotText_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "r.yaml");
        Assert.StartsWith(path + ": The file cannot be read: ", Assert.Throws<RecipeException>(() => RecipeReader.ReadFile(path)).Message, StringComparison.Ordinal);
        File.WriteAllBytes(path, [(byte)'a', 0xFF, (byte)'b']);
        Assert.Equal(path + ": The file is not UTF-8: byte 1 cannot be read. Save it as UTF-8 text.", Assert.Throws<RecipeException>(() => RecipeReader.ReadFile(path)).Message);
        File.WriteAllText(path, "\uFEFFa: 1\r\nb: 2\r\n");
        Assert.Equal(["a", "b"], Assert.IsType<RecipeMap>(RecipeReader.ReadFile(path)).Entries.Select(e => e.Key));
    }
}
