using Espalier.Framework.Tests.Weights;
using Espalier.Runs;

namespace Espalier.Framework.Tests.Runs;

public sealed class RunFolderTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Create_FolderInUse_IsRefused()
    {
        using var first = RunFolder.Create(temporary.At("run"));

        var error = Assert.Throws<RunException>(() => RunFolder.Create(temporary.At("run")));

        Assert.Contains("Another process", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_FolderWithOtherFiles_IsRefusedAndUntouched()
    {
        File.WriteAllText(temporary.At("mine.txt"), "mine");

        Assert.Throws<RunException>(() => RunFolder.Create(temporary.Path));

        Assert.Equal(["mine.txt"], Directory.GetFileSystemEntries(temporary.Path).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData(false, "--resume")]
    [InlineData(true, "is done")]
    public void CheckFree_FolderWithARun_SaysHowItStands(bool isDone, string expected)
    {
        using (var run = RunFolder.Create(temporary.At("run")))
        {
            RunFolder.Write(run.Record, "{}");
            if (isDone)
            {
                RunFolder.Write(run.Results, "{}");
            }
        }

        Assert.Contains(expected, Assert.Throws<RunException>(() => RunFolder.CheckFree(temporary.At("run"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NoRun_IsRefused() => Assert.Throws<RunException>(() => RunFolder.Open(temporary.At("run")));

    [Fact]
    public void Remove_NewFolder_LeavesNothing()
    {
        var run = RunFolder.Create(temporary.At("run"));
        RunFolder.Write(run.Record, "{}");

        run.Remove();

        Assert.False(Directory.Exists(temporary.At("run")));
    }
}
