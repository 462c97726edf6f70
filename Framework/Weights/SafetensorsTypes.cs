using static TorchSharp.torch;

namespace Espalier.Weights;

/// <summary>The element types by their names in safetensors files.</summary>
internal static class SafetensorsTypes
{
    private static readonly (string Name, ScalarType Type)[] All =
    [
        ("BOOL", ScalarType.Bool),
        ("U8", ScalarType.Byte),
        ("I8", ScalarType.Int8),
        ("I16", ScalarType.Int16),
        ("I32", ScalarType.Int32),
        ("I64", ScalarType.Int64),
        ("F16", ScalarType.Float16),
        ("BF16", ScalarType.BFloat16),
        ("F32", ScalarType.Float32),
        ("F64", ScalarType.Float64),
        ("C64", ScalarType.ComplexFloat32),
    ];

    /// <summary>All names.</summary>
    public static string Names => string.Join(", ", All.Select(pair => pair.Name));

    /// <summary>The type of that name; null if there is none here.</summary>
    public static ScalarType? Type(string name) =>
        Array.FindIndex(All, pair => pair.Name == name) is >= 0 and var i ? All[i].Type : null;

    /// <summary>The name of a type; null if the format has none.</summary>
    public static string? Name(ScalarType type) =>
        Array.FindIndex(All, pair => pair.Type == type) is >= 0 and var i ? All[i].Name : null;
}
