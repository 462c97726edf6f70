using System.Text.Json;
using System.Text.Json.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Reference;

/// <summary>A tensor as the reference file holds it: its numbers in row-major order.</summary>
public sealed record ReferenceTensor(long[] Shape, string Dtype, bool Grad, double[] Data)
{
    /// <summary>The tensor on the device under test, float64 ones with <paramref name="floating"/> in its place.</summary>
    public Tensor ToTensor(ScalarType floating)
    {
        var type = Dtype == "float64" ? floating : TypeOf(Dtype);
        return tensor(Data).reshape(Shape).to(TestDevice.Current).to(type).requires_grad_(Grad);
    }

    /// <summary>The name PyTorch gives to <paramref name="type"/>.</summary>
    public static string NameOf(ScalarType type) => type switch
    {
        ScalarType.Float64 => "float64",
        ScalarType.Float32 => "float32",
        ScalarType.Float16 => "float16",
        ScalarType.BFloat16 => "bfloat16",
        ScalarType.Int64 => "int64",
        ScalarType.Int32 => "int32",
        ScalarType.Int16 => "int16",
        ScalarType.Int8 => "int8",
        ScalarType.Byte => "uint8",
        ScalarType.Bool => "bool",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "The reference file has no such dtype."),
    };

    private static ScalarType TypeOf(string name) => name switch
    {
        "float32" => ScalarType.Float32,
        "int64" => ScalarType.Int64,
        "int32" => ScalarType.Int32,
        "uint8" => ScalarType.Byte,
        "bool" => ScalarType.Bool,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No input of the reference file has this dtype."),
    };
}

/// <summary>What PyTorch answers for one operator: outputs, and per input the gradient or null.</summary>
/// <param name="Name">The key that the reference file and the tables of operators share.</param>
/// <param name="Fixed">Whether float64 outputs stay float64 when the inputs are cast to float32.</param>
/// <param name="Inputs">The arguments.</param>
/// <param name="Outputs">The results.</param>
/// <param name="Gradients">The gradients of the weighted sum of the results (see make_operators.py).</param>
public sealed record ReferenceCase(
    string Name,
    bool Fixed,
    ReferenceTensor[] Inputs,
    ReferenceTensor[] Outputs,
    double[]?[] Gradients);

/// <summary>The content of operators.json.</summary>
public sealed record ReferenceFile(ReferenceCase[] Cases)
{
    private static readonly Lazy<Dictionary<string, ReferenceCase>> Loaded = new(Load);

    /// <summary>All cases by name.</summary>
    public static IReadOnlyDictionary<string, ReferenceCase> ByName => Loaded.Value;

    private static Dictionary<string, ReferenceCase> Load()
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Reference", "operators.json"));
        var file = JsonSerializer.Deserialize(stream, ReferenceJson.Default.ReferenceFile)
            ?? throw new InvalidDataException("operators.json is empty.");
        return file.Cases.ToDictionary(one => one.Name);
    }
}

/// <summary>Reads the reference file; NaN and the infinities are strings there, since JSON has no such numbers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(ReferenceFile))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
