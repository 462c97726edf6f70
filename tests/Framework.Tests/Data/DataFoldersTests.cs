using Espalier.Data;

namespace Espalier.Framework.Tests.Data;

public class DataFoldersTests
{
    [Fact]
    public void Places_NothingNamed_AreTheVariableTheCacheAndTheParents()
    {
        var folders = Folders(("ESPALIER_DATA", "/data"));
        Assert.Equal(
            ["/data/set", "/home/me/.cache/espalier/set", "/a/b/shared/data/set", "/a/shared/data/set", "/shared/data/set"], folders.Places("set"));
    }

    [Fact]
    public void Places_PathNamed_IsTheOnlyOne() => Assert.Equal(["/a/b/c/mine"], Folders(("ESPALIER_DATA", "/data")).Places("set", "mine"));

    [Theory]
    [InlineData("/cache", "/cache/espalier")]
    [InlineData("relative", "/home/me/.cache/espalier")]
    [InlineData("", "/home/me/.cache/espalier")]
    public void Cache_Variable_CountsIfItIsAbsolute(string value, string expected) =>
        Assert.Equal(expected, Folders(("XDG_CACHE_HOME", value)).Cache);

    [Fact]
    public void Find_SeveralPlaces_GivesTheFirstThatHolds()
    {
        var root = Directory.CreateTempSubdirectory("espalier-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(root, "data", "set"));
            var cached = Directory.CreateDirectory(Path.Combine(root, ".cache", "espalier", "set")).FullName;
            File.WriteAllText(Path.Combine(cached, "file"), "");
            var folders = new DataFolders(name => name == "ESPALIER_DATA" ? Path.Combine(root, "data") : null, root, root);
            Assert.Equal(cached, folders.Find("set", null, static place => File.Exists(Path.Combine(place, "file"))));
            Assert.Null(folders.Find("other", null, static _ => true));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public void Missing_Error_NamesPlacesAndTheWayOut()
    {
        var message = Folders(("ESPALIER_DATA", "/data")).Missing("set", null, "file.bin", canDownload: true).Message;
        Assert.Contains("file.bin in /data/set, /home/me/.cache/espalier/set", message, StringComparison.Ordinal);
        Assert.Contains("espalier download set", message, StringComparison.Ordinal);
        Assert.DoesNotContain("download", Folders().Missing("set", null, "file.bin", canDownload: false).Message, StringComparison.Ordinal);
    }

    private static DataFolders Folders(params (string Name, string Value)[] variables) =>
        new(name => variables.FirstOrDefault(variable => variable.Name == name).Value, "/home/me", "/a/b/c");
}
