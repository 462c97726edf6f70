using System.Globalization;
using Espalier.Methods;
using Espalier.Planning;
using static TorchSharp.torch;

namespace Espalier.Plugins.Block;

/// <summary>How far a run is: what later rounds must know of the model before the first.</summary>
/// <param name="Round">The next round.</param>
/// <param name="Dense">What the model cost before the first, in blocks that might go, parameters and MACs.</param>
/// <param name="Removed">The names of the blocks that went, in order.</param>
internal sealed record BlockProgress(int Round, ModelCost Dense, IReadOnlyList<string> Removed)
{
    public static BlockProgress From(StepSnapshot snapshot)
    {
        long Number(string key) => long.Parse(snapshot.Values[key], CultureInfo.InvariantCulture);
        var removed = Enumerable.Range(0, (int)Number("removed")).Select(i => snapshot.Values[Key(i)]);
        return new((int)snapshot.Position, new ModelCost(Number("blocks"), Number("parameters"), Number("macs")), [.. removed]);
    }

    public StepSnapshot ToSnapshot()
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["blocks"] = Dense.Units.ToString(CultureInfo.InvariantCulture),
            ["parameters"] = Dense.Parameters.ToString(CultureInfo.InvariantCulture),
            ["macs"] = Dense.Macs.ToString(CultureInfo.InvariantCulture),
            ["removed"] = Removed.Count.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (i, name) in Removed.Index())
        {
            values[Key(i)] = name;
        }

        return new StepSnapshot(Round, new Dictionary<string, Tensor>(), values);
    }

    private static string Key(int index) => string.Create(CultureInfo.InvariantCulture, $"removed:{index}");
}
