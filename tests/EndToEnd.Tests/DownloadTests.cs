using System.Security.Cryptography;
using Espalier.Framework.Plugins.Tests.Harness;

namespace Espalier.EndToEnd.Tests;

/// <summary><c>espalier download</c> with a server.</summary>
public sealed class DownloadTests : IDisposable
{
    private readonly Workplace place = new();
    private readonly PluginFolders plugins = new();
    private readonly byte[] content = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * i / 7))];
    private readonly FileServer server;

    public DownloadTests()
    {
        server = new FileServer(content);
        plugins.Add("remote", new AssemblySpec("remote", "Remote")
        {
            Sources =
            [
                $"""
                public static class Published
                {"{"}
                    public const string Address = "{server.Address}rows.bin";
                    public const long Size = {content.Length};
                    public const string Sum = "{Convert.ToHexString(SHA256.HashData(content))}";
                {"}"}
                """,
            ],
        });
    }

    private string Target => place.At("data", "remote-rows", "rows.bin");

    public void Dispose()
    {
        server.Dispose();
        place.Dispose();
        plugins.Dispose();
    }

    [Fact]
    public void Download_NewFile_ArrivesAndItsFolderIsPrinted()
    {
        using var run = Run();
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(Path.GetDirectoryName(Target), Path.GetFullPath(run.Output.Trim(), place.Folder));
        HasArrived();
        Assert.Equal([null], server.Ranges);
    }

    [Fact]
    public void Download_FileThereAndRight_IsNotAskedForAgain()
    {
        Write(Target, content);
        using var run = Run();
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("is there already", run.Error, StringComparison.Ordinal);
        HasArrived();
        Assert.Empty(server.Ranges);
    }

    [Fact]
    public void Download_FileThereAndWrong_IsRefusedAndStays()
    {
        Write(Target, [1, 2, 3]);
        Fails("move it away and download again");
        Assert.Equal([1, 2, 3], File.ReadAllBytes(Target));
        Assert.Empty(server.Ranges);
    }

    [Fact]
    public void Download_ConnectionBreaksOff_GoesOnByItself()
    {
        server.BreaksOffAfter = 70_000;
        using var run = Run();
        Assert.True(run.ExitCode == 0, run.Error);
        HasArrived();
        Assert.Equal(2, server.Ranges.Count);
        Assert.Null(server.Ranges[0]);
    }

    [Fact]
    public void Download_PartOfAnEarlierProcess_IsGoneOnWith()
    {
        Write(Target + ".part", content[..50_000]);
        using var run = Run();
        Assert.True(run.ExitCode == 0, run.Error);
        HasArrived();
        Assert.Equal(["bytes=50000-"], server.Ranges);
    }

    [Fact]
    public void Download_NotThere_IsAnErrorAndLeavesNothing()
    {
        server.HasFile = false;
        Fails("404");
        Assert.Single(server.Ranges);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public void Download_AnotherFile_IsNeverTaken()
    {
        server.Content = new byte[content.Length];
        Fails("its SHA256 sum is not");
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Theory]
    [InlineData("generated")]
    [InlineData("png-folder")]
    public void Download_SourceThatIsNotDownloaded_SaysWhichAre(string source)
    {
        using var run = Cli.Run(place.Folder, "download", source, "--plugins", plugins.Plugins);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"'{source}' cannot be downloaded", run.Error, StringComparison.Ordinal);
        Assert.Contains("remote-rows", run.Error, StringComparison.Ordinal);
    }

    private Cli Run() => Cli.Run(place.Folder, "download", "remote-rows", "--plugins", plugins.Plugins, "--output", "data");

    private void Fails(string cause)
    {
        using var run = Run();
        Assert.True(run.ExitCode == 3, $"{run.ExitCode}: {run.Error}");
        Assert.Contains(cause, run.Error, StringComparison.Ordinal);
        Assert.Contains("rows.bin", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    private void HasArrived()
    {
        Assert.Equal(content, File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    private static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
