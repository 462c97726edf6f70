using System.Diagnostics;

namespace Espalier.EndToEnd.Tests;

/// <summary>The plugin project of docs/plugins.md, in a folder outside the checkout.</summary>
public sealed class PluginSampleTests : IDisposable
{
    private readonly Workplace place = new();

    public static TheoryData<string, string> Files => new()
    {
        { "Acme.Criteria.csproj", "xml" },
        { "LpCriterion.cs", "csharp" },
        { "LpOptions.cs", "csharp" },
        { "recipe.yaml", "yaml" },
    };

    private static string Sample => Path.Combine(Checkout.Folder, "tests", "Samples", "Plugin");

    private static string Build => Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'));

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Project_OutsideTheCheckout_BuildsAndItsCriterionPrunes()
    {
        foreach (var file in Directory.EnumerateFiles(Sample))
        {
            File.Copy(file, place.At(Path.GetFileName(file)));
        }

        var (code, output) = await BuildAsync(Checkout.Folder);
        Assert.True(code == 0, output);

        using var verified = Cli.Run(place.Folder, "plugin", "verify", "--plugins", "bin/plugins");
        Assert.True(verified.ExitCode == 0, verified.Error);
        Assert.Matches(@"acme\.criteria.* 1\.0\.0 .*criterion: lp", verified.Output);

        using var run = Cli.Run(place.Folder, "prune", "recipe.yaml", "--plugins", "bin/plugins");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("9408 -> 4704 MACs", run.Error, StringComparison.Ordinal);

        using var wrong = Cli.Run(place.Folder, "validate", "recipe.yaml", "--plugins", "bin/plugins", "--set", "steps[1].channel.criterion.lp=0");
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("greater than 0", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Project_CheckoutIsNotBuilt_SaysWhatToRun()
    {
        var build = Directory.CreateDirectory(place.At("checkout", "Framework", "build")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Folder, "Framework", "build")))
        {
            File.Copy(file, Path.Combine(build, Path.GetFileName(file)));
        }

        File.Copy(Path.Combine(Sample, "Acme.Criteria.csproj"), place.At("Acme.Criteria.csproj"));
        var (code, output) = await BuildAsync(place.At("checkout"));

        Assert.NotEqual(0, code);
        Assert.Contains("error ESPB004", output, StringComparison.Ordinal);
        Assert.Contains("./setup.sh", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_Guide_IsTheSame(string name, string language)
    {
        var file = File.ReadAllText(Path.Combine(Sample, name));
        var guide = File.ReadAllText(Path.Combine(Checkout.Folder, "docs", "plugins.md"));

        Assert.Contains($"`{name}`", guide, StringComparison.Ordinal);
        Assert.Contains($"```{language}\n{file}```\n", guide, StringComparison.Ordinal);
    }

    // No process of the build may outlive it: it would hold the pipe.
    private async Task<(int Code, string Output)> BuildAsync(string checkout)
    {
        var start = new ProcessStartInfo("dotnet", ["build", "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false", $"-p:EspalierBuild={Build}"])
        {
            WorkingDirectory = place.Folder,
            RedirectStandardOutput = true,
        };
        start.Environment["ESPALIER"] = checkout;
        using var build = Process.Start(start)!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        return (build.ExitCode, output);
    }
}
