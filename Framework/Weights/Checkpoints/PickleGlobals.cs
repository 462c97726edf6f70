using static TorchSharp.torch;

namespace Espalier.Weights.Checkpoints;

/// <summary>The names that a pickle may use. Everything else would let the file choose which code runs.</summary>
internal static class PickleGlobals
{
    private static readonly Dictionary<string, object> Known = new(StringComparer.Ordinal)
    {
        ["collections.OrderedDict"] = PickleFunction.OrderedDictionary,
        ["builtins.set"] = PickleFunction.Set,
        ["builtins.frozenset"] = PickleFunction.Set,
        ["builtins.bytes"] = PickleFunction.Bytes,
        ["builtins.bytearray"] = PickleFunction.Bytes,
        ["builtins.complex"] = PickleFunction.Complex,
        ["_codecs.encode"] = PickleFunction.Encode,
        ["torch.Size"] = PickleFunction.Size,
        ["torch._utils._rebuild_tensor"] = PickleFunction.Tensor,
        ["torch._utils._rebuild_tensor_v2"] = PickleFunction.TensorV2,
        ["torch._utils._rebuild_parameter"] = PickleFunction.Parameter,
        ["torch.ByteStorage"] = ScalarType.Byte,
        ["torch.CharStorage"] = ScalarType.Int8,
        ["torch.ShortStorage"] = ScalarType.Int16,
        ["torch.IntStorage"] = ScalarType.Int32,
        ["torch.LongStorage"] = ScalarType.Int64,
        ["torch.HalfStorage"] = ScalarType.Float16,
        ["torch.BFloat16Storage"] = ScalarType.BFloat16,
        ["torch.FloatStorage"] = ScalarType.Float32,
        ["torch.DoubleStorage"] = ScalarType.Float64,
        ["torch.ComplexFloatStorage"] = ScalarType.ComplexFloat32,
        ["torch.ComplexDoubleStorage"] = ScalarType.ComplexFloat64,
        ["torch.BoolStorage"] = ScalarType.Bool,
    };

    /// <summary>A <see cref="PickleFunction"/>, the <see cref="ScalarType"/> of a storage, or null for a name that is refused.</summary>
    public static object? Find(string module, string name) => Known.GetValueOrDefault(module switch
    {
        "__builtin__" => $"builtins.{name}",
        "torch.cuda" when name.EndsWith("Storage", StringComparison.Ordinal) => $"torch.{name}",
        _ => $"{module}.{name}",
    });

    /// <summary>Why a name is refused, and what helps.</summary>
    public static (string Cause, string WayOut) Refusal(string module, string name)
    {
        var full = $"{module}.{name}";
        return module is "torch" or "torch.cuda" or "torch.storage" && name.EndsWith("Storage", StringComparison.Ordinal)
            ? ($"Tensors kept in a {Printable.Quote(full)} are not read here.", "Convert them to float32 before torch.save.")
            : ($"The file would call {Printable.Quote(full)}; only tensors and plain containers are read, and no code in a file is run.",
                "Save the weights alone, as torch.save(model.state_dict(), path), and do not load this file elsewhere unless you trust its source.");
    }
}
