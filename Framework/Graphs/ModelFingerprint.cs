using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using static TorchSharp.torch;

namespace Espalier.Graphs;

/// <summary>Identifies a model's architecture by its class and the names and shapes of its parameters and buffers.</summary>
public static class ModelFingerprint
{
    /// <summary>16 hexadecimal digits.</summary>
    public static string Of(nn.Module module) => Of(module.GetType().Name, Shapes(module));

    /// <summary>The fingerprint of a model of this class with these shapes.</summary>
    internal static string Of(string model, IEnumerable<KeyValuePair<string, long[]>> shapes)
    {
        var entries = shapes
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key}[{string.Join(',', entry.Value)}]"))
            .Order(StringComparer.Ordinal);
        var text = $"{model}\n{string.Join('\n', entries)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    /// <summary>The shapes of all parameters and buffers; a shared one counts under its first name.</summary>
    internal static Dictionary<string, long[]> Shapes(nn.Module module) =>
        new ModuleNames(module).Tensors.ToDictionary(entry => entry.Name, entry => entry.Tensor.shape, StringComparer.Ordinal);
}
