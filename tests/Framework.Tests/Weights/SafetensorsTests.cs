using System.Text;
using Espalier.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Weights;

/// <summary>Safetensors files, byte by byte.</summary>
public sealed class SafetensorsTests
{
    [Fact]
    public void Read_FileByHand_GivesItsTensorsAndMetadata()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("any.name", Samples.Safetensors(
            """{"__metadata__":{"by":"hand"},"b":{"dtype":"I16","shape":[],"data_offsets":[8,10]},"a":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}}  """,
            [0, 0, 0x80, 0x3F, 0, 0, 0x20, 0xC1, 0xFE, 0xFF]));

        using var file = WeightFile.Open(path);
        using var a = file.Read("a");
        using var b = file.Read("b");

        Assert.Equal("hand", file.Metadata["by"]);
        Assert.Equal(["b", "a"], file.Tensors.Select(entry => entry.Name));
        Assert.Equal([2, 1], a.shape);
        Assert.Equal([1f, -10f], a.data<float>().ToArray());
        Assert.Equal(-2, b.item<short>());
    }

    [Fact]
    public void Write_TwoTensors_GivesTheseBytes()
    {
        using var folder = new TemporaryFolder();
        using var small = torch.tensor(new byte[] { 7 });
        using var large = torch.tensor(new[] { 1f, 2f }).reshape(1, 2);
        var header = """{"__metadata__":{"a":"1","b":"2"},"w":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},"n":{"dtype":"U8","shape":[1],"data_offsets":[8,9]}}""";
        header = header.PadRight((header.Length + 7) / 8 * 8);

        SafetensorsWriter.Write(folder.At("x"), [("n", small), ("w", large)], new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" });

        Assert.Equal(Samples.Safetensors(header, [0, 0, 0x80, 0x3F, 0, 0, 0, 0x40, 7]), File.ReadAllBytes(folder.At("x")));
    }

    [Fact]
    public void Write_EveryTypeInAnyOrder_ReadsBackAndGivesTheSameBytes()
    {
        using var folder = new TemporaryFolder();
        ScalarType[] types =
        [
            ScalarType.Bool, ScalarType.Byte, ScalarType.Int8, ScalarType.Int16, ScalarType.Int32, ScalarType.Int64, ScalarType.Float16, ScalarType.BFloat16,
            ScalarType.Float32, ScalarType.Float64, ScalarType.ComplexFloat32,
        ];
        using var source = torch.arange(6, ScalarType.Float32).reshape(2, 3).t();
        var tensors = types.Select(type => ($"\"{type}\" \u00FC", source.to(type))).Append(("none", torch.zeros(0, 3))).ToList();

        SafetensorsWriter.Write(folder.At("one"), tensors);
        tensors.Reverse();
        SafetensorsWriter.Write(folder.At("two"), tensors);

        Assert.Equal(File.ReadAllBytes(folder.At("one")), File.ReadAllBytes(folder.At("two")));
        using var file = WeightFile.Open(folder.At("one"));
        foreach (var (name, tensor) in tensors)
        {
            using var read = file.Read(name);
            Assert.Equal(tensor.dtype, read.dtype);
            Assert.Equal(tensor.shape, read.shape);
            Assert.Equal(tensor.contiguous().bytes.ToArray(), read.bytes.ToArray());
            tensor.Dispose();
        }

        Assert.Equal(["one", "two"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Write_SameNameTwice_LeavesTheTargetAsItWas()
    {
        using var folder = new TemporaryFolder();
        using var tensor = torch.ones(2);
        var path = folder.File("x", [1, 2, 3]);

        var error = Assert.Throws<WeightFileException>(() => SafetensorsWriter.Write(path, [("a", tensor), ("a", tensor)]));

        Assert.Equal("key 'a'", error.Place);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Write_NoSuchFolder_NamesTheFile()
    {
        using var folder = new TemporaryFolder();
        using var tensor = torch.ones(2);

        var error = Assert.Throws<WeightFileException>(() => SafetensorsWriter.Write(folder.At("no/x"), [("a", tensor)]));

        Assert.Contains("no/x", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_Section_ShowsThatPartOnly()
    {
        using var folder = new TemporaryFolder();
        using var tensor = torch.ones(1);
        SafetensorsWriter.Write(folder.At("x"), [("model.a", tensor), ("other.b", tensor)]);

        using var file = WeightFile.Open(folder.At("x"), new WeightFileOptions { Section = "model" });

        Assert.Equal("a", Assert.Single(file.Tensors).Name);
        using var read = file.Read("a");
        Assert.Equal(1f, read.item<float>());
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}""", "overlaps")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "gap")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "belong to none")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}""", "ends at byte 12 of 8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "does not fit")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}""", "does not fit")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", "0 or more")]
    [InlineData("""{"a":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]}}""", "F8_E4M3")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2]}}""", "needs dtype, shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"x":1}}""", "'x'")]
    [InlineData("""{"__metadata__":{"a":1}}""", "Number where String")]
    [InlineData("""{"a\ud800":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "not the JSON")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} x""", "not the JSON")]
    [InlineData("""{"a":""", "not the JSON")]
    public void Open_BadHeader_SaysWhatIsWrong(string header, string cause)
    {
        var error = Samples.Error(Samples.Safetensors(header, new byte[8]));

        Assert.Contains(cause, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Place);
    }

    [Theory]
    [InlineData(0x80)]
    [InlineData(0x280)]
    public void Open_HeaderLengthLikeAPickle_IsStillSafetensors(int length)
    {
        using var folder = new TemporaryFolder();
        var header = """{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""".PadRight(length);

        using var file = WeightFile.Open(folder.File("x", Samples.Safetensors(header, 1)));

        Assert.Equal("safetensors", file.Format);
    }

    [Fact]
    public void Open_HeaderLongerThanTheFile_IsRefusedBeforeItIsRead()
    {
        var error = Samples.Error([.. BitConverter.GetBytes(long.MaxValue), .. Encoding.UTF8.GetBytes("{}")]);

        Assert.Contains("9223372036854775807", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnknownName_SuggestsTheClosest()
    {
        using var folder = new TemporaryFolder();
        using var tensor = torch.ones(1);
        SafetensorsWriter.Write(folder.At("x"), [("layer1.weight", tensor), ("other", tensor)]);
        using var file = WeightFile.Open(folder.At("x"));

        var error = Assert.Throws<WeightFileException>(() => file.Read("layer.weight"));

        Assert.Contains("Did you mean 'layer1.weight'?", error.Message, StringComparison.Ordinal);
    }
}
