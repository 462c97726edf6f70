namespace Espalier.EndToEnd.Tests;

/// <summary>Wrong input gives one error that names file, place, cause and way out, an exit code, and no output.</summary>
public sealed class MistakeTests : IDisposable
{
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("steps: [ { chanel: 0.5 } ]", "recipe.yaml(4,", "channel")]
    [InlineData("steps: [ { channel: { ratio: 1.5 } } ]", "recipe.yaml(4,", "ratio")]
    [InlineData("steps: [ { channel: { ration: 0.5 } } ]", "recipe.yaml(4,", "ratio")]
    [InlineData("steps: [ finetune\nseed: 1", "recipe.yaml(", "")]
    [InlineData("steps: []", "recipe.yaml", "steps")]
    [InlineData("steps: [ finetune ]\noutputs: [checkpoints]", "recipe.yaml(5,", "checkpoint")]
    public void Prune_WrongRecipe_NamesThePlace(string steps, string where, string hint) =>
        Check(2, [where, hint], "prune", place.Recipe(steps), "--output", "out");

    [Fact]
    public void Prune_NoSuchFile_NamesIt() => Check(2, ["nowhere.yaml"], "prune", "nowhere.yaml", "--output", "out");

    [Fact]
    public void Evaluate_Folder_NamesTheCheckpointInIt()
    {
        Directory.CreateDirectory(place.At("run"));
        Check(2, ["It is a folder", Path.Combine("run", "model.safetensors")], "evaluate", "run");
    }

    [Fact]
    public void Prune_MissingWeights_NamesFileAndKey() => Check(
        3, ["weights.safetensors"], "prune", place.Recipe("steps: [ finetune ]"), "--output", "out", "--set", "model.weights=weights.safetensors");

    [Fact]
    public void Prune_WeightsThatAreNone_NamesTheFile()
    {
        place.Write("weights.safetensors", "not weights at all");
        Check(3, ["weights.safetensors"], "prune", place.Recipe("steps: [ finetune ]"), "--output", "out", "--set", $"model.weights={place.At("weights.safetensors")}");
    }

    [Fact]
    public void Prune_MissingData_SaysWhereItLooked() => Check(
        3, ["cifar-10", place.At("none")], "prune", place.Recipe("steps: [ finetune ]"), "--output", "out", "--set", $"data={{ source: {{ cifar-10: {{ path: {place.At("none")} }} }} }}");

    [Fact]
    public void Prune_BudgetThatCannotBeKept_SaysSo() => Check(
        4, ["10 MACs"], "prune", place.Recipe("steps: [ { channel: { macs: 10 } } ]"), "--output", "out");

    [Fact]
    public void AnyCommand_UnknownOption_IsUsage() => Check(2, ["--sed"], "prune", "a.yaml", "--sed", "1");

    [Fact]
    public void AnyCommand_NoSuchPluginFolder_NamesIt() => Check(2, ["no-plugins"], "schema", "--plugins", "no-plugins");

    [Fact]
    public void Prune_NoPlugins_SaysThatThereAreNone()
    {
        var folder = Directory.CreateDirectory(place.At("empty")).FullName;
        using var run = Cli.Run(place.Folder, "validate", place.Recipe("steps: [ { nonsense: 1 } ]"), "--plugins", folder);
        Assert.Equal(2, run.ExitCode);
    }

    private void Check(int code, string[] parts, params string[] arguments)
    {
        using var run = Cli.Run(place.Folder, arguments);

        Assert.True(run.ExitCode == code, $"{run.ExitCode}: {run.Error}");
        Assert.Equal("", run.Output);
        Assert.All(parts, part => Assert.Contains(part, run.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(place.At("out")));
    }
}
