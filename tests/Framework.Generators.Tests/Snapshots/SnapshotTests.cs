namespace Espalier.Framework.Generators.Tests.Snapshots;

/// <summary>A text that is not approved fails its test, and is written beside the approved one.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string File => Path.Combine(folder, "SomeTests.cs");

    private string Verified => Path.Combine(folder, "SomeTests.Case.verified.cs");

    private string Received => Path.Combine(folder, "SomeTests.Case.received.cs");

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Verify_WithoutApprovedFile_FailsAndWritesWhatCame()
    {
        var problem = Record.Exception(() => Verify("new"));
        Assert.Contains(Verified, problem?.Message, StringComparison.Ordinal);
        Assert.Equal("new", System.IO.File.ReadAllText(Received));
    }

    [Fact]
    public void Verify_OfAnotherText_FailsAndLeavesTheApprovedOne()
    {
        System.IO.File.WriteAllText(Verified, "old");
        Assert.NotNull(Record.Exception(() => Verify("new")));
        Assert.Equal("old", System.IO.File.ReadAllText(Verified));
        Assert.Equal("new", System.IO.File.ReadAllText(Received));
    }

    [Fact]
    public void Verify_OfTheApprovedText_PassesWhateverItsLineEndsAndClearsWhatCameBefore()
    {
        System.IO.File.WriteAllText(Verified, "one\r\ntwo");
        System.IO.File.WriteAllText(Received, "before");
        Verify("one\ntwo");
        Assert.False(System.IO.File.Exists(Received));
    }

    private void Verify(string text) => Snapshot.Verify(text, "cs", File, "Case", isUpdating: false);
}
