using System.Text.Json;

namespace Espalier.EndToEnd.Tests;

/// <summary>The other commands.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Plan_Recipe_PrintsWhatIsCutAndWritesNothing()
    {
        var recipe = place.Prune(epochs: 50);
        using var plan = Cli.Run(place.Folder, "plan", recipe, "--format", "json");

        Assert.True(plan.ExitCode == 0, plan.Error);
        using var json = JsonDocument.Parse(plan.Output);
        Assert.NotEmpty(json.RootElement.GetProperty("slices").EnumerateArray());
        Assert.Equal([recipe], Directory.GetFileSystemEntries(place.Folder));
    }

    [Fact]
    public void Plan_ExplainLayer_SaysWhatGoesWithIt()
    {
        using var plan = Cli.Run(place.Folder, "plan", place.Prune(epochs: 50), "--explain", "layer1.0.conv1");

        Assert.True(plan.ExitCode == 0, plan.Error);
        Assert.Contains("layer1.0.conv1.weight [4, 4, 3, 3] -> dimension", plan.Output, StringComparison.Ordinal);
        Assert.Contains("layer1.0.bn1.weight", plan.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_Recipe_ShowsTheModelThatItsDataMake()
    {
        using var inspected = Cli.Run(place.Folder, "inspect", place.Recipe("steps: [ { channel: 0.5 } ]"));

        Assert.True(inspected.ExitCode == 0, inspected.Error);
        Assert.Matches(@"linear .*\[4, 16\]", inspected.Output);
    }

    [Fact]
    public void Inspect_RecipeWithoutItsData_ShowsTheDefaultAndSaysSo()
    {
        using var inspected = Cli.Run(
            place.Folder, "inspect", place.Recipe("steps: [ { channel: 0.5 } ]"), "--set", $"data.source={{ cifar-10: {{ path: {place.At("none")} }} }}");

        Assert.True(inspected.ExitCode == 0, inspected.Error);
        Assert.Matches(@"linear .*\[10, 16\]", inspected.Output);
        Assert.Contains("by default", inspected.Error, StringComparison.Ordinal);
        Assert.Contains(place.At("none"), inspected.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_Recipe_SaysWhatItsSelectorsMatch()
    {
        using var checkedRecipe = Cli.Run(place.Folder, "validate", place.Recipe("steps: [ { channel: { ratio: 0.5, ignore: [layer1] } } ]"));

        Assert.True(checkedRecipe.ExitCode == 0, checkedRecipe.Error);
        Assert.Contains("layer1.0.conv1", checkedRecipe.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("demo-generated")]
    [InlineData("demo-train")]
    [InlineData("demo-train-generated")]
    public void Validate_RecipeOfTheDemo_IsValid(string name)
    {
        using var validated = Cli.Run(place.Folder, "validate", Cli.Recipe(name));

        Assert.True(validated.ExitCode == 0, validated.Error);
    }

    [Fact]
    public void Evaluate_CheckpointOfTheDemo_KnowsGeneratedImages()
    {
        var checkpoint = Path.ChangeExtension(Cli.Recipe("demo-generated-vit"), ".safetensors");
        using var evaluated = Cli.Run(
            place.Folder, "evaluate", checkpoint, "--set", "data.source={ generated: { train: 1, test: 300 } }", "--threads", "1", "--format", "json");

        Assert.True(evaluated.ExitCode == 0, evaluated.Error);
        using var json = JsonDocument.Parse(evaluated.Output);
        Assert.True(json.RootElement.GetProperty("accuracy_percent").GetDouble() > 90, evaluated.Output);
    }

    [Fact]
    public void Sensitivity_BrokenOff_GoesOnToTheSamePoints()
    {
        var recipe = place.Recipe("steps: [ { channel: 0.5 } ]");
        string[] arguments = ["sensitivity", recipe, "--ratios", "0.25", "0.5", "--images", "64", "--format", "json", "--output", "study"];
        using var whole = Cli.Run(place.Folder, arguments);
        Assert.True(whole.ExitCode == 0, whole.Error);
        var points = File.ReadAllText(place.At("study", "sensitivity.jsonl"));

        File.WriteAllText(place.At("study", "sensitivity.jsonl"), points[..(points.Length / 2)]);
        using var resumed = Cli.Run(place.Folder, [.. arguments, "--resume"]);

        Assert.True(resumed.ExitCode == 0, resumed.Error);
        Assert.Equal(points, File.ReadAllText(place.At("study", "sensitivity.jsonl")));
        Assert.Equal(whole.Output, resumed.Output);
        Assert.Contains("<html", File.ReadAllText(place.At("study", "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void PluginList_Json_NamesParts()
    {
        using var list = Cli.Run(place.Folder, "plugin", "list", "--format", "json");

        Assert.True(list.ExitCode == 0, list.Error);
        using var json = JsonDocument.Parse(list.Output);
        Assert.Contains(
            json.RootElement.EnumerateArray().SelectMany(plugin => plugin.GetProperty("parts").EnumerateArray()),
            part => part.GetProperty("kind").GetString() == "family" && part.GetProperty("name").GetString() == "resnet-cifar");
    }

    [Fact]
    public void PluginVerify_BrokenPlugin_NamesItAndFails()
    {
        Directory.CreateDirectory(place.At("plugins", "broken"));
        place.Write("plugins/broken/plugin.json", "{ \"id\": \"broken\" }");

        using var verified = Cli.Run(place.Folder, "plugin", "verify", "--plugins", place.At("plugins"));

        Assert.Equal(3, verified.ExitCode);
        Assert.Contains(place.At("plugins", "broken"), verified.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_Plugins_IsJsonWithTheirParts()
    {
        using var schema = Cli.Run(place.Folder, "schema");

        using var json = JsonDocument.Parse(schema.Output);
        Assert.True(json.RootElement.GetProperty("$defs").TryGetProperty("method", out _));
    }

    [Fact]
    public void Help_NoArguments_ListsCommands()
    {
        using var help = Cli.Run(place.Folder, "--help");

        Assert.Equal(0, help.ExitCode);
        Assert.All(
            new[] { "train", "prune", "plan", "inspect", "evaluate", "sensitivity", "validate", "plugin", "schema", "download", "demo" },
            command => Assert.Contains("  " + command, help.Output, StringComparison.Ordinal));
    }
}
