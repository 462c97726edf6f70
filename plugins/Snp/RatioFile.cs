using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Espalier.Planning;

namespace Espalier.Plugins.Snp;

/// <summary>
/// Ratios in the format that the authors released: a JSON object of numbers, the part that goes, under the names of torch.fx. With B blocks numbered b from 0,
/// <c>matmul_{2b}</c> is the product of queries and keys (<c>matmul</c> for the first), <c>matmul_{2b+1}</c> that with the values, <c>blocks_{b}_mlp_fc1</c>
/// the feed-forward network and <c>add_{2B}</c> the residual stream. What a file leaves out is not cut.
/// </summary>
internal sealed partial class RatioFile
{
    private readonly string path;
    private readonly IReadOnlyDictionary<string, double> ratios;

    private RatioFile(string path, IReadOnlyDictionary<string, double> ratios)
    {
        this.path = path;
        this.ratios = ratios;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="PlanException">It cannot be read, or is no object of ratios.</exception>
    public static RatioFile Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var ratios = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var entry in document.RootElement.EnumerateObject())
            {
                ratios[entry.Name] = entry.Value.GetDouble() is >= 0 and < 1 and var ratio
                    ? ratio
                    : throw new PlanException(
                        $"In '{path}' the ratio of '{entry.Name}' is {entry.Value.GetRawText()}. It is the part that goes: at least 0 and less than 1, since each layer "
                        + "needs some neurons.");
            }

            return new RatioFile(path, ratios);
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or FormatException)
        {
            throw new PlanException($"'{path}' is no file of ratios, a JSON object such as {{ \"matmul\": 0.5, \"blocks_0_mlp_fc1\": 0.3 }}: {cause.Message}", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new PlanException($"The file of ratios '{path}' cannot be read: {cause.Message}", cause);
        }
    }

    /// <summary>The ratio of each layer of a model.</summary>
    /// <exception cref="PlanException">The file is for a model of another depth.</exception>
    public IReadOnlyDictionary<SnpLayer, double> For(SnpLayers layers)
    {
        var depth = ratios.Keys.Select(DepthOf).DefaultIfEmpty().Max();
        var feedForward = layers.Of(SnpKind.Ffn).ToArray();
        if (depth != layers.Sites.Count || ratios.Keys.Any(key => FeedForward().Match(key) is { Success: true } match && Number(match) >= feedForward.Length))
        {
            throw new PlanException(
                $"'{path}' has ratios for {depth} blocks; the model has {layers.Sites.Count} attention layers and {feedForward.Length} feed-forward networks. "
                + "Use the file of this model, or give ratios by kind: qk, v, ffn, residual.");
        }

        var result = new Dictionary<SnpLayer, double>();
        foreach (var (key, ratio) in ratios)
        {
            foreach (var layer in LayersOf(key, layers, feedForward))
            {
                result[layer] = ratio;
            }
        }

        return result;
    }

    private static IEnumerable<SnpLayer> LayersOf(string key, SnpLayers layers, SnpLayer[] feedForward)
    {
        if (Product().Match(key) is { Success: true } product)
        {
            var (block, isMix) = Math.DivRem(Number(product), 2);
            var (maps, kind) = isMix == 1 ? (layers.Values, SnpKind.V) : (layers.Maps, SnpKind.Qk);
            return maps[block].Groups.SelectMany(layers.Of).Where(layer => layer.Kind == kind);
        }

        return FeedForward().Match(key) is { Success: true } match ? [feedForward[Number(match)]] : layers.Of(SnpKind.Residual);
    }

    /// <summary>How many blocks a model has at least that the key is for; of an addition, exactly.</summary>
    private int DepthOf(string key) =>
        Product().Match(key) is { Success: true } product ? (Number(product) / 2) + 1
        : FeedForward().Match(key) is { Success: true } block ? Number(block) + 1
        : Addition().Match(key) is { Success: true } addition ? Number(addition) / 2
        : throw new PlanException($"'{path}' has the key '{key}', which names nothing. Keys are matmul, matmul_N, blocks_N_mlp_fc1 and add_N.");

    private static int Number(Match match) =>
        match.Groups[1].Success ? int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^matmul(?:_([0-9]{1,6}))?$")]
    private static partial Regex Product();

    [GeneratedRegex(@"^blocks_([0-9]{1,6})_mlp_fc1$")]
    private static partial Regex FeedForward();

    [GeneratedRegex(@"^add_([0-9]{1,6})$")]
    private static partial Regex Addition();
}
