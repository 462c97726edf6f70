using System.Globalization;

namespace Espalier.EndToEnd.Tests;

/// <summary>Runs that are broken off go on to the same result.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    /// <summary>Three kills; as many as ESPALIER_KILLS says where it is set.</summary>
    [Fact]
    public void Prune_KilledAtRandomMoments_EndsWithTheSameBytes()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable("ESPALIER_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 3;
        var recipe = place.Prune(epochs: 4);
        using (var whole = Cli.Run(place.Folder, "prune", recipe, "--output", "whole", "--verbosity", "quiet"))
        {
            Assert.True(whole.ExitCode == 0, whole.Error);
        }

        // The moments are random on purpose; the seed is told when the test fails.
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var done = 0;
        var killed = 0;
        for (var run = 0; done < kills && run < 10 * kills; run++)
        {
            var folder = $"broken-{run}";
            for (var resume = false; done < kills; resume = true)
            {
                using var process = Cli.Start(place.Folder, ["prune", recipe, "--output", folder, .. resume && File.Exists(place.At(folder, "run.json")) ? ["--resume"] : Array.Empty<string>()]);
                process.WaitForOrEnd("making the model");
                if (process.HasEndedWithin(TimeSpan.FromMilliseconds(random.Next(0, 1500))))
                {
                    Assert.True(process.ExitCode == 0, $"seed {seed}: {process.Error}");
                    break;
                }

                process.Kill();
                (done, killed) = (done + 1, killed + 1);
            }

            using (var last = Cli.Run(place.Folder, ["prune", recipe, "--output", folder, .. File.Exists(place.At(folder, "run.json")) ? ["--resume"] : Array.Empty<string>()]))
            {
                Assert.True(last.ExitCode == 0, $"seed {seed}: {last.Error}");
            }

            Files.Same(place.At("whole"), place.At(folder));
        }

        Assert.True(killed >= kills, $"only {killed} processes could be killed");
    }

    [Fact]
    public void Prune_Interrupted_StopsAndCanBeResumed()
    {
        var recipe = place.Prune(epochs: 30);
        using (var process = Cli.Start(place.Folder, "prune", recipe, "--output", "run"))
        {
            process.WaitFor("step 1 of 3");
            process.Interrupt();
            process.Wait();

            Assert.Equal(5, process.ExitCode);
            Assert.Contains("--resume", process.Error, StringComparison.Ordinal);
        }

        Assert.True(File.Exists(place.At("run", "state.safetensors")));
        Assert.False(File.Exists(place.At("run", "model.safetensors")));
    }

    [Fact]
    public void Resume_OtherRecipe_SaysWhichDifference()
    {
        using (var process = Cli.Start(place.Folder, "prune", place.Prune(epochs: 30), "--output", "run"))
        {
            process.WaitFor("step 1 of 3");
            process.Kill();
        }

        using var resumed = Cli.Run(place.Folder, "prune", place.Prune(epochs: 30), "--output", "run", "--resume", "--set", "steps[1].channel.ratio=0.25");

        Assert.Equal(2, resumed.ExitCode);
        Assert.Contains("steps[1].channel.ratio is 0.25, and was 0.5", resumed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_NoRun_IsRefused()
    {
        using var resumed = Cli.Run(place.Folder, "prune", place.Prune(), "--output", "nothing", "--resume");

        Assert.Equal(2, resumed.ExitCode);
        Assert.False(Directory.Exists(place.At("nothing")));
    }
}
