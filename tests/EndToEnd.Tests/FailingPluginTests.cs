using Espalier.Framework.Plugins.Tests.Harness;

namespace Espalier.EndToEnd.Tests;

/// <summary>What a plugin's code throws at work gives one error that names plugin, step and place, and the exit code of plugins.</summary>
public sealed class FailingPluginTests : IDisposable
{
    private readonly Workplace place = new();
    private readonly PluginFolders plugins = new();

    public FailingPluginTests() => plugins.Add("wobbly", "Failing");

    public void Dispose()
    {
        place.Dispose();
        plugins.Dispose();
    }

    [Theory]
    [InlineData("prune", "steps: [ { channel: 0.5 }, failing ]", "running step 2 of 2, 'failing' (", "InvalidOperationException: the method gives up", "(4,28) steps[1]")]
    [InlineData("prune", "steps: [ { channel: { ratio: 0.5, criterion: failing } } ]", "running step 1 of 1, 'channel' (", "KeyNotFoundException: ", "(4,12) steps[0]")]
    [InlineData("plan", "steps: [ failing ]", "planning step 1 of 1, 'failing' (", "InvalidOperationException: the method gives up", "(4,10) steps[0]")]
    public void AnyCommand_StepThrows_NamesPluginStepAndPlace(string command, string steps, string doing, string cause, string where)
    {
        var recipe = place.Recipe(steps);
        Check(["Plugin 'wobbly' failed while " + doing + recipe + where, cause], command, recipe);
    }

    [Fact]
    public void Prune_FamilyThrows_NamesPluginAndPlace()
    {
        var recipe = place.Recipe("steps: [ { channel: 0.5 } ]");
        Check(
            ["Plugin 'wobbly' failed while making a model of the family 'failing' (", "FailingException: the family gives up"],
            "prune", recipe, "--set", "model.family=failing");
    }

    [Fact]
    public void Prune_Detailed_ShowsWhereInThePlugin()
    {
        using var run = Cli.Run(place.Folder, "prune", place.Recipe("steps: [ failing ]"), "--plugins", plugins.Plugins, "--verbosity", "detailed");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("   at FailingMethod.Run(", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Prune_StepNeedsDataAndThereAreNone_IsUsage()
    {
        var recipe = place.Write("bare.yaml", "model: { family: { resnet-cifar: { depth: 8, width: 4 } } }\nsteps: [ finetune ]\n");
        using var run = Cli.Run(place.Folder, "prune", recipe);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Add a 'data' section", run.Error, StringComparison.Ordinal);
    }

    private void Check(string[] parts, params string[] arguments)
    {
        using var run = Cli.Run(place.Folder, [.. arguments, "--plugins", plugins.Plugins, "--output", "out"]);

        Assert.True(run.ExitCode == 3, $"{run.ExitCode}: {run.Error}");
        Assert.Equal("", run.Output);
        Assert.All(parts, part => Assert.Contains(part, run.Error, StringComparison.Ordinal));
        Assert.Single(run.Error.Split('\n'), line => line.StartsWith("error: ", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
