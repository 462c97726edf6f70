using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Espalier.EndToEnd.Tests;

/// <summary>The program of docs/hosting.md.</summary>
public sealed partial class HostingSampleTests : IDisposable
{
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Program_OwnPlugins_PrunesSavesLoadsAndUnloads()
    {
        var build = new DirectoryInfo(AppContext.BaseDirectory);
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(build.Parent!.Parent!.FullName, "Hosting", build.Name, "Espalier.Samples.Hosting.dll"),
                Path.Combine(Checkout.Folder, "artifacts", "plugins"), place.Folder,
            ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using var program = Process.Start(start)!;
        var errors = program.StandardError.ReadToEndAsync();
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.True(program.ExitCode == 0, output + await errors);
        var results = Result().Matches(output).ToDictionary(match => match.Groups["what"].Value, match => match.Groups["numbers"].Value);
        Assert.Equal(["trained", "cut", "fine-tuned", "loaded"], results.Keys);
        Assert.Equal(results["fine-tuned"], results["loaded"]);
        Assert.Contains("hosted: ", output, StringComparison.Ordinal);
        Assert.Contains("Plugin 'espalier.models' 0.1.0 is unloaded.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("still in memory", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Program_Guide_IsTheSame()
    {
        var program = File.ReadAllText(Path.Combine(Checkout.Folder, "tests", "Samples", "Hosting", "Program.cs"));
        var guide = File.ReadAllText(Path.Combine(Checkout.Folder, "docs", "hosting.md"));

        Assert.Contains($"```csharp\n{program}```\n", guide, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(?<what>[a-z-]+): (?<numbers>\d+ MACs, .*)$", RegexOptions.Multiline)]
    private static partial Regex Result();
}
