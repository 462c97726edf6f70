using System.Text.Json;
using System.Text.Json.Serialization;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.NN;

/// <summary>A tensor that an initialiser filled.</summary>
public sealed record FilledTensor(long[] Shape, double[] Data);

/// <summary>What an attention module gives.</summary>
public sealed record AttentionResult(double[] Result, double[] Weights);

/// <summary>The content of init.json.</summary>
public sealed record InitReference(
    Dictionary<string, Dictionary<string, double[]>> Modules,
    Dictionary<string, FilledTensor> Tensors,
    Dictionary<string, AttentionResult> Attention,
    Dictionary<string, double[][]> Results)
{
    private static readonly Lazy<InitReference> Loaded = new(Load);

    /// <summary>A number may differ by this much, or by this share where it is larger than one.</summary>
    private const double Bound = 2e-6;

    /// <summary>The file, read once.</summary>
    public static InitReference File => Loaded.Value;

    /// <summary>sin(0.37 i + phase) for the i-th element.</summary>
    public static Tensor Wave(double phase, params long[] shape)
    {
        var numbers = new float[shape.Aggregate(1L, (product, size) => product * size)];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = (float)Math.Sin((0.37 * i) + phase);
        using var flat = tensor(numbers);
        return flat.reshape(shape);
    }

    /// <summary>Fails unless all numbers agree.</summary>
    public static void AssertClose(double[] expected, Tensor actual)
    {
        using var detached = actual.detach();
        using var converted = detached.to(float64);
        using var flat = converted.flatten();
        var numbers = flat.data<double>().ToArray();
        Assert.Equal(expected.Length, numbers.Length);
        for (var i = 0; i < numbers.Length; i++)
            Assert.Equal(expected[i], numbers[i], Bound * Math.Max(1, Math.Abs(expected[i])));
    }

    private static InitReference Load()
    {
        using var stream = System.IO.File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Reference", "init.json"));
        return JsonSerializer.Deserialize(stream, InitJson.Default.InitReference) ?? throw new InvalidDataException("init.json is empty.");
    }
}

/// <summary>Reads the reference file.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InitReference))]
internal sealed partial class InitJson : JsonSerializerContext;
