using System.Reflection;
using System.Text.Json;

namespace Espalier.Models.Tests.Reference;

/// <summary>What PyTorch says of one model: an entry of logits.json.</summary>
/// <param name="Size">Height and width of the image.</param>
/// <param name="Parameters">The number of weights.</param>
/// <param name="Keys">The number of entries in the state_dict.</param>
/// <param name="KeysHash">SHA-256 of their sorted names and shapes.</param>
/// <param name="Norm">The length of the vector of all logits.</param>
/// <param name="Logits">The first of them.</param>
internal sealed record Expectation(int Size, long Parameters, int Keys, string KeysHash, double Norm, double[] Logits)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>All entries.</summary>
    public static IReadOnlyDictionary<string, Expectation> All { get; } = Read();

    private static Dictionary<string, Expectation> Read()
    {
        var folder = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!;
        using var file = File.OpenRead(Path.Combine(folder, "Reference", "logits.json"));
        return JsonSerializer.Deserialize<Dictionary<string, Expectation>>(file, Options)!;
    }
}
