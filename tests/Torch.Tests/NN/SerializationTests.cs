using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.NN;

public sealed class SerializationTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("espalier-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Load_OfSavedFile_RestoresAllValues()
    {
        using var source = new Branches();
        using var target = new Branches();
        var path = Path.Combine(folder, "model.dat");
        source.save(path);
        target.load(path);
        AssertSame(source, target);
        Assert.Equal(["model.dat"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Load_OfBatchNorm_RestoresIntegersAndScalars()
    {
        using var source = nn.BatchNorm2d(3);
        using var target = nn.BatchNorm2d(3);
        using var result = source.forward(randn(2, 3, 4, 4));
        target.load(new MemoryStream(Saved(source)));
        AssertSame(source, target);
        Assert.Equal(1, target.state_dict()["num_batches_tracked"].ToInt64());
    }

    [Fact]
    public void Save_WithoutSomeNames_LeavesThemOut()
    {
        using var source = nn.Linear(2, 2);
        using var target = nn.Linear(2, 2);
        using var stream = new MemoryStream();
        source.save(stream, ["bias"]);
        target.load(new MemoryStream(stream.ToArray()), strict: false);
        Assert.True(source.weight!.HasValuesOf(target.weight!));
        Assert.False(source.bias!.HasValuesOf(target.bias!));
    }

    [Fact]
    public void Load_OfAnotherModelsFile_Throws()
    {
        using var source = nn.Linear(2, 2);
        using var target = nn.Linear(2, 3);
        using var other = nn.Embedding(2, 2);
        Assert.Throws<ArgumentException>(() => target.load(new MemoryStream(Saved(source))));
        Assert.Throws<ArgumentException>(() => other.load(new MemoryStream(Saved(source))));
    }

    [Fact]
    public void Load_OfMissingFile_Throws()
    {
        using var model = nn.Linear(2, 2);
        Assert.Throws<FileNotFoundException>(() => model.load(Path.Combine(folder, "nothing.dat")));
    }

    [Fact]
    public void Save_Format_IsTorchSharps()
    {
        using var model = nn.Linear(2, 1, hasBias: false);
        nn.init.constant_(model.weight!, 1);
        byte[] expected = [1, 6, .. "weight"u8, (byte)float32, 2, 1, 2, 0, 0, 0x80, 0x3f, 0, 0, 0x80, 0x3f];
        Assert.Equal(expected, Saved(model));
    }

#if TORCHSHARP_SYSTEM
    [Fact]
    public void Load_NotStrict_ReportsWhatItFound()
    {
        using var source = nn.Sequential(("a", nn.Linear(2, 2, hasBias: false)), ("b", nn.Linear(2, 2, hasBias: false)));
        using var target = nn.Sequential(("a", nn.Linear(2, 2)));
        var loaded = new Dictionary<string, bool>();
        target.load(new MemoryStream(Saved(source)), strict: false, loadedParameters: loaded);
        Assert.Equal(new Dictionary<string, bool> { ["a.weight"] = true, ["b.weight"] = false }, loaded);
    }

    [Fact]
    public void Load_OfTruncatedFile_ThrowsAndChangesNothing()
    {
        using var source = new Branches();
        using var target = new Branches();
        using var untouched = new Branches();
        untouched.load_state_dict(target.state_dict());
        var bytes = Saved(source);
        for (var length = 0; length < bytes.Length; length += 7)
        {
            var error = Assert.Throws<InvalidDataException>(() => target.load(new MemoryStream(bytes[..length])));
            Assert.Contains("cannot read", error.Message, StringComparison.Ordinal);
        }

        AssertSame(untouched, target);
    }

    [Fact]
    public void Load_OfDamagedFile_ThrowsAndChangesNothing()
    {
        using var target = nn.Linear(3, 2);
        using var untouched = nn.Linear(3, 2);
        untouched.load_state_dict(target.state_dict());
        Assert.Throws<InvalidDataException>(() => target.load(new MemoryStream([.. Enumerable.Repeat((byte)0xff, 200)])));
        Assert.Throws<InvalidDataException>(() => target.load(new MemoryStream("PK\x3\x4 this is no model"u8.ToArray())));
        byte[] enormous = [1, 1, (byte)'w', (byte)float32, 2, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0x7f];
        Assert.Throws<InvalidDataException>(() => target.load(new MemoryStream(enormous)));
        AssertSame(untouched, target);
    }

    [Fact]
    public void Load_WithSeveralProblems_NamesThemAll()
    {
        using var source = nn.Sequential(("a", nn.Linear(2, 2)), ("b", nn.Linear(2, 2)));
        using var target = nn.Sequential(("a", nn.Linear(2, 3)), ("c", nn.Linear(2, 2)));
        var error = Assert.Throws<ArgumentException>(() => target.load(new MemoryStream(Saved(source))));
        string[] problems = ["missing: c.weight", "unexpected: b.weight", "a.weight has shape [3, 2], and [2, 2]"];
        Assert.All(problems, problem => Assert.Contains(problem, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Save_ThatFails_LeavesTheOldFile()
    {
        using var good = nn.Linear(2, 2);
        var bad = nn.Linear(2, 2);
        var path = Path.Combine(folder, "model.dat");
        good.save(path);
        var before = File.ReadAllBytes(path);
        using var broken = new Hull();
        broken.register_module("part", bad);
        broken.register_buffer("meta", empty(2, device: new Device(DeviceType.META)));
        Assert.ThrowsAny<Exception>(() => broken.save(path));
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(["model.dat"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Load_Float32FileIntoHalfModule_Converts()
    {
        using var source = nn.Linear(2, 2);
        using var target = nn.Linear(2, 2).half();
        target.load(new MemoryStream(Saved(source)));
        using var expected = source.weight.half();
        Assert.Equal(float16, target.weight.dtype);
        Assert.True(expected.HasValuesOf(target.weight));
    }
#endif

    private static byte[] Saved(nn.Module module)
    {
        using var stream = new MemoryStream();
        module.save(stream);
        return stream.ToArray();
    }

    private static void AssertSame(nn.Module expected, nn.Module actual)
    {
        var state = actual.state_dict();
        Assert.Equal(expected.state_dict().Keys, state.Keys);
        Assert.All(expected.state_dict(), part => Assert.True(part.Value.HasValuesOf(state[part.Key]), part.Key));
    }
}
