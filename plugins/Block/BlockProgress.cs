using System.Globalization;
using Espalier.Methods;
using Espalier.Planning;
using static TorchSharp.torch;

namespace Espalier.Plugins.Block;

/// <summary>How far a run is: what later rounds must know of the model before the first.</summary>
/// <param name="Round">The next round.</param>
/// <param name="Dense">What the model cost before the first, in blocks that might go, parameters and MACs.</param>
/// <param name="Removed">The names of the blocks that went, in order.</param>
/// <param name="Scores">What the blocks scored in the last round that scored any, in the order of the model.</param>
internal sealed record BlockProgress(int Round, ModelCost Dense, IReadOnlyList<string> Removed, IReadOnlyList<(string Block, double Score)> Scores)
{
    public static BlockProgress Begin(ModelCost dense) => new(0, dense, [], []);

    public static BlockProgress From(StepSnapshot snapshot)
    {
        long Number(string key) => long.Parse(snapshot.Values[key], CultureInfo.InvariantCulture);
        IEnumerable<string> Texts(string list) => Enumerable.Range(0, (int)Number(list)).Select(i => snapshot.Values[Key(list, i)]);
        var scores = Texts("scores").Select(text => text.Split(' ', 2)).Select(parts => (parts[1], double.Parse(parts[0], CultureInfo.InvariantCulture)));
        return new(
            (int)snapshot.Position, new ModelCost(Number("blocks"), Number("parameters"), Number("macs")), [.. Texts("removed")], [.. scores]);
    }

    public StepSnapshot ToSnapshot()
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["blocks"] = Dense.Units.ToString(CultureInfo.InvariantCulture),
            ["parameters"] = Dense.Parameters.ToString(CultureInfo.InvariantCulture),
            ["macs"] = Dense.Macs.ToString(CultureInfo.InvariantCulture),
        };
        Add("removed", Removed);
        Add("scores", [.. Scores.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Score:R} {pair.Block}"))]);
        return new StepSnapshot(Round, new Dictionary<string, Tensor>(), values);

        void Add(string list, IReadOnlyList<string> texts)
        {
            values[list] = texts.Count.ToString(CultureInfo.InvariantCulture);
            foreach (var (i, text) in texts.Index())
            {
                values[Key(list, i)] = text;
            }
        }
    }

    private static string Key(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}:{index}");
}
