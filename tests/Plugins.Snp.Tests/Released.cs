using System.Text.Json;

namespace Espalier.Plugins.Snp.Tests;

/// <summary>A DeiT that the authors of SNP released in pruned form, by what it keeps. Ratios say the part that goes, so they follow from that.</summary>
/// <param name="Width">The width of the tokens before the cut.</param>
/// <param name="Heads">The heads of each block, 64 wide before the cut.</param>
/// <param name="Kept">The width of the tokens after it.</param>
/// <param name="Blocks">For each block the query/key pairs and the values per head and the feed-forward neurons that stay.</param>
internal sealed record Released(int Width, int Heads, int Kept, IReadOnlyList<(int Qk, int V, int Ffn)> Blocks)
{
    /// <summary>The four.</summary>
    public static IReadOnlyDictionary<string, Released> All { get; } = new Dictionary<string, Released>
    {
        ["tiny"] = new(192, 3, 153,
        [
            (39, 51, 614), (39, 51, 614), (39, 38, 614), (32, 31, 614), (26, 38, 614), (32, 19, 460),
            (26, 38, 537), (20, 38, 537), (20, 31, 614), (20, 25, 537), (20, 19, 460), (20, 19, 383),
        ]),
        ["small"] = new(384, 6, 307,
        [
            (25, 51, 1228), (25, 38, 1228), (25, 38, 1228), (25, 38, 1228), (25, 31, 1228), (25, 31, 1075),
            (25, 31, 1228), (13, 25, 921), (13, 19, 921), (13, 19, 921), (13, 12, 307), (13, 12, 307),
        ]),
        ["smaller"] = new(384, 6, 345, [(26, 12, 1382), (20, 19, 1075), (20, 19, 1075), .. Enumerable.Repeat((13, 12, 307), 9)]),
        ["base"] = new(768, 12, 538,
        [
            (20, 20, 2151), (20, 20, 1229), (20, 20, 2151), (20, 20, 2151), (20, 20, 2151), (26, 26, 1536),
            (20, 20, 2151), (20, 26, 1844), (20, 20, 2151), (20, 20, 1844), (26, 39, 1844), (20, 32, 922),
        ]),
    };

    /// <summary>Writes the ratios into a file of the authors' format; the caller deletes it.</summary>
    /// <returns>Its path.</returns>
    public string WriteRatios()
    {
        var ratios = new Dictionary<string, double> { ["add_24"] = 1 - ((double)Kept / Width) };
        for (var b = 0; b < Blocks.Count; b++)
        {
            ratios[b == 0 ? "matmul" : $"matmul_{2 * b}"] = 1 - (Blocks[b].Qk / 64.0);
            ratios[$"matmul_{(2 * b) + 1}"] = 1 - (Blocks[b].V / 64.0);
            ratios[$"blocks_{b}_mlp_fc1"] = 1 - (Blocks[b].Ffn / (4.0 * Width));
        }

        var file = Path.GetTempFileName();
        File.WriteAllText(file, JsonSerializer.Serialize(ratios));
        return file;
    }
}
