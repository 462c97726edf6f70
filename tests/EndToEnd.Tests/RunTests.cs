using System.Text.Json;

namespace Espalier.EndToEnd.Tests;

/// <summary>What a run leaves, and what can be done with it.</summary>
public sealed class RunTests(FinishedRun run) : IClassFixture<FinishedRun>
{
    [Fact]
    public void Prune_SmallNetwork_WritesEverything()
    {
        Assert.True(run.ExitCode == 0, run.Error);
        string[] expected =
            ["environment.json", "lock", "metrics.jsonl", "model.safetensors", "plan.json", "recipe.yaml", "report.html", "report.json", "run.json"];
        Assert.Equal(expected, Directory.GetFileSystemEntries(run.Place.At("run")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Prune_FormatJson_PrintsTheReportAlone()
    {
        using var json = JsonDocument.Parse(run.Output);
        var stages = json.RootElement.GetProperty("stages").EnumerateArray().ToArray();

        Assert.Equal(["dense", "1 train", "2 channel", "3 finetune"], stages.Select(stage => stage.GetProperty("name").GetString()));
        Assert.True(stages[3].GetProperty("macs").GetInt64() < stages[0].GetProperty("macs").GetInt64());
        Assert.True(stages[3].GetProperty("latency").GetProperty("median").GetDouble() > 0);
        // What the first step has trained is what the cut is compared with.
        Assert.Equal([JsonValueKind.Null, JsonValueKind.Object], stages.Take(2).Select(stage => stage.GetProperty("latency").ValueKind));
    }

    [Fact]
    public void Evaluate_PrunedCheckpointInANewProcess_GivesTheSameNumbers()
    {
        using var evaluated = Cli.Run(
            run.Place.Folder, "evaluate", run.Checkpoint, "--format", "json", "--threads", "1",
            "--set", "data={ source: { generated: { classes: 4, size: 12, train: 256, test: 128 } }, evaluation-batch: 64 }");
        using var report = JsonDocument.Parse(run.Output);
        var last = report.RootElement.GetProperty("stages").EnumerateArray().Last();

        Assert.True(evaluated.ExitCode == 0, evaluated.Error);
        using var json = JsonDocument.Parse(evaluated.Output);
        Assert.Equal(last.GetProperty("accuracyPercent").GetDouble(), json.RootElement.GetProperty("accuracy_percent").GetDouble());
        Assert.Equal(last.GetProperty("loss").GetDouble(), json.RootElement.GetProperty("evaluation_loss").GetDouble());
        Assert.Equal(last.GetProperty("macs").GetInt64(), json.RootElement.GetProperty("macs").GetInt64());
    }

    [Fact]
    public void Compare_Runs_ShowsWhatCameOfThem()
    {
        using var compared = Cli.Run(run.Place.Folder, "compare", "run", "--format", "json");
        Assert.True(compared.ExitCode == 0, compared.Error);
        using var json = JsonDocument.Parse(compared.Output);
        var stages = json.RootElement[0].GetProperty("runs")[0].GetProperty("stages");
        Assert.Equal(["dense", "1 train", "2 channel", "3 finetune"], stages.EnumerateArray().Select(stage => stage.GetProperty("name").GetString()));

        using var table = Cli.Run(run.Place.Folder, "compare", "run", "none");
        Assert.Equal(2, table.ExitCode);
        Assert.Contains("There is no run in none", table.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Prune_SameSeedAgain_GivesTheSameBytes()
    {
        using var again = Cli.Run(run.Place.Folder, "prune", run.Place.Prune(), "--output", "again", "--verbosity", "quiet");

        Assert.True(again.ExitCode == 0, again.Error);
        Files.Same(run.Place.At("run"), run.Place.At("again"));
    }

    [Fact]
    public void Prune_FolderWithARun_IsRefusedAndTheRunStays()
    {
        var before = File.ReadAllBytes(run.Checkpoint);

        using var again = Cli.Run(run.Place.Folder, "prune", run.Place.Prune(), "--output", "run");

        Assert.Equal(2, again.ExitCode);
        Assert.Contains("--output", again.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(run.Checkpoint));
    }

    [Fact]
    public void Resume_RunThatIsDone_PrintsItsResults()
    {
        using var again = Cli.Run(run.Place.Folder, "prune", run.Place.Prune(), "--output", "run", "--resume", "--format", "json");

        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Equal(run.Output, again.Output);
    }

    [Theory]
    [InlineData("layers")]
    [InlineData("groups")]
    [InlineData("graph")]
    [InlineData("dot")]
    [InlineData("html")]
    public void Inspect_PrunedCheckpoint_ShowsIt(string view)
    {
        using var inspected = Cli.Run(run.Place.Folder, "inspect", run.Checkpoint, "--view", view);

        Assert.True(inspected.ExitCode == 0, inspected.Error);
        Assert.Contains("conv1", inspected.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.001)]
    public void Evaluate_TruncatedCheckpoint_IsOneError(double part)
    {
        var bytes = File.ReadAllBytes(run.Checkpoint);
        var path = run.Place.At($"short-{part}.safetensors");
        File.WriteAllBytes(path, bytes[..(int)(bytes.Length * part)]);

        using var evaluated = Cli.Run(run.Place.Folder, "evaluate", path, "--set", "data.source=generated");

        Assert.Equal(3, evaluated.ExitCode);
        Assert.Equal("", evaluated.Output);
        Assert.Contains(path, evaluated.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", evaluated.Error, StringComparison.Ordinal);
    }
}
