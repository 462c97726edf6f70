using Espalier.Weights;

namespace Espalier.Framework.Tests.Weights;

/// <summary>What is true of every format.</summary>
public sealed class WeightFileTests
{
    private static readonly byte[] Small = Samples.Safetensors("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", new byte[8]);

    public static TheoryData<string> Formats => ["safetensors", "small.pt", "small.th"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Open_CutOffAnywhere_IsOneError(string name)
    {
        using var folder = new TemporaryFolder();
        var whole = File(name);
        for (var length = 0; length < whole.Length; length++)
        {
            var path = folder.File("cut", whole[..length]);
            var error = Assert.Throws<WeightFileException>(() => Samples.ReadAll(path));
            Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        }

        Samples.ReadAll(folder.File("whole", whole));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Open_OneByteChanged_ReadsOrIsOneError(string name)
    {
        using var folder = new TemporaryFolder();
        var whole = File(name);
        var refused = 0;
        for (var i = 0; i < whole.Length; i++)
        {
            foreach (var flip in new byte[] { 0x01, 0x80, 0xFF })
            {
                var bytes = whole.ToArray();
                bytes[i] ^= flip;
                refused += Record.Exception(() => Samples.ReadAll(folder.File("changed", bytes))) switch
                {
                    null => 0,
                    WeightFileException => 1,
                    var other => throw other,
                };
            }
        }

        Assert.True(refused > whole.Length / 4, $"{refused} of {3 * whole.Length} were refused");
    }

    [Fact]
    public void Open_Missing_SaysSo()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains("no such file", Assert.Throws<WeightFileException>(() => WeightFile.Open(folder.At("none"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_Folder_SaysSo()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains("folder", Assert.Throws<WeightFileException>(() => WeightFile.Open(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_Empty_SaysSo() => Assert.Contains("empty", Samples.Error([]).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_Garbage_NamesTheFormats() => Assert.Contains("safetensors", Samples.Error([.. "some text, and no weights"u8]).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_Gzip_SaysSo() => Assert.Contains("gzip", Samples.Error([0x1F, 0x8B, 8, 0]).Message, StringComparison.Ordinal);

    [UnprivilegedFact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Open_NoPermission_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("secret", Small);
        System.IO.File.SetUnixFileMode(path, UnixFileMode.None);

        Assert.Contains("permissions", Assert.Throws<WeightFileException>(() => WeightFile.Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AfterDispose_Throws()
    {
        using var folder = new TemporaryFolder();
        var file = WeightFile.Open(folder.File("x", Small));
        file.Dispose();

        Assert.Throws<ObjectDisposedException>(() => file.Read("w"));
    }

    private static byte[] File(string name) => name == "safetensors" ? Small : Samples.Bytes(name);
}
