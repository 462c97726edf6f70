using System.Runtime.InteropServices;
using Espalier.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Weights;

/// <summary>Checkpoints that PyTorch wrote.</summary>
public sealed class CheckpointTests
{
    private static readonly WeightFileOptions State = new() { Section = "state_dict" };

    public static TheoryData<string> Files => ["zip.pt", "legacy.th", "protocol4.pt"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_Views_GivesTheirElements(string name)
    {
        using var file = WeightFile.Open(Samples.Path(name), State);

        AssertTensor(file, "a.weight", [3, 4], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        AssertTensor(file, "a.turned", [4, 3], [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11]);
        AssertTensor(file, "a.corner", [2, 2], [5, 6, 9, 10]);
        AssertTensor(file, "a.row", [3, 2], [1, 2, 1, 2, 1, 2]);
        AssertTensor(file, "b.parameter", [2], [0.5f, -0.25f]);
        AssertTensor(file, "scalar", [], [7]);
        AssertTensor(file, "empty", [0, 3], []);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_EveryType_GivesItsElements(string name)
    {
        using var file = WeightFile.Open(Samples.Path(name), State);
        Dictionary<string, ScalarType> types = new()
        {
            ["float16"] = ScalarType.Float16,
            ["bfloat16"] = ScalarType.BFloat16,
            ["float64"] = ScalarType.Float64,
            ["int8"] = ScalarType.Int8,
            ["uint8"] = ScalarType.Byte,
            ["int16"] = ScalarType.Int16,
            ["int32"] = ScalarType.Int32,
            ["int64"] = ScalarType.Int64,
            ["bool"] = ScalarType.Bool,
            ["complex64"] = ScalarType.ComplexFloat32,
            ["complex128"] = ScalarType.ComplexFloat64,
        };

        foreach (var (type, expected) in types)
        {
            using var tensor = file.Read("types." + type);
            Assert.Equal(expected, tensor.dtype);
            Assert.Equal([0, 1, type == "bool" ? 1 : 2], Values(tensor));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Open_WholeFile_JoinsNamesAndKeepsPlainValues(string name)
    {
        using var file = WeightFile.Open(Samples.Path(name));

        Assert.Contains("state_dict.a.weight", file.Tensors.Select(entry => entry.Name));
        AssertTensor(file, "list.0", [2], [1, 1]);
        AssertTensor(file, "list.1.0", [1], [0]);
        Assert.Equal("3", file.Metadata["epoch"]);
        Assert.Equal("91.5", file.Metadata["best"]);
        Assert.Equal("kept", file.Metadata["note"]);
        Assert.Equal("3", file.Metadata["size.1"]);
        Assert.Equal("1180591620717411303424", file.Metadata["big"]);
    }

    [Fact]
    public void Open_UnknownSection_NamesThoseThereAre()
    {
        var error = Assert.Throws<WeightFileException>(() => WeightFile.Open(Samples.Path("zip.pt"), new WeightFileOptions { Section = "model" }));

        Assert.Contains("'epoch'", error.Message, StringComparison.Ordinal);
    }

    private static double[] Values(Tensor tensor)
    {
        switch (tensor.dtype)
        {
            case ScalarType.ComplexFloat32:
                return [.. MemoryMarshal.Cast<byte, float>(tensor.bytes).ToArray().Where((_, i) => i % 2 == 0).Select(value => (double)value)];
            case ScalarType.ComplexFloat64:
                return [.. MemoryMarshal.Cast<byte, double>(tensor.bytes).ToArray().Where((_, i) => i % 2 == 0)];
            default:
                using (var values = tensor.to(ScalarType.Float64))
                {
                    return values.data<double>().ToArray();
                }
        }
    }

    private static void AssertTensor(IWeightFile file, string name, long[] shape, float[] values)
    {
        using var tensor = file.Read(name);
        Assert.Equal(shape, tensor.shape);
        Assert.Equal(values, tensor.data<float>().ToArray());
    }
}
