using System.Globalization;
using Espalier.Methods;
using Espalier.Planning;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Channel;

/// <summary>How far a run is: what later rounds must know of the model before the first.</summary>
/// <param name="round">The next round.</param>
/// <param name="dense">What the model cost before the first.</param>
/// <param name="widths">For each group that could be cut, its width before the first round and now.</param>
internal sealed class ChannelProgress(int round, ModelCost dense, SortedDictionary<string, (int Dense, int Now)> widths)
{
    private const string WidthPrefix = "width:";

    public int Round { get; private set; } = round;

    public ModelCost Dense { get; } = dense;

    public IReadOnlyDictionary<string, (int Dense, int Now)> Widths => widths;

    public long UnitsBefore => widths.Values.Sum(width => (long)width.Dense);

    public long UnitsNow => widths.Values.Sum(width => (long)width.Now);

    public static ChannelProgress Begin(ModelCost dense, IEnumerable<IStructureGroup> groups)
    {
        var widths = new SortedDictionary<string, (int, int)>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            widths.Add(group.Name, (group.Count, group.Count));
        }

        return new(0, dense, widths);
    }

    public static ChannelProgress From(StepSnapshot snapshot)
    {
        long Number(string key) => long.Parse(snapshot.Values[key], CultureInfo.InvariantCulture);
        var widths = new SortedDictionary<string, (int, int)>(StringComparer.Ordinal);
        foreach (var (key, value) in snapshot.Values.Where(pair => pair.Key.StartsWith(WidthPrefix, StringComparison.Ordinal)))
        {
            var numbers = value.Split(' ');
            widths.Add(
                key[WidthPrefix.Length..], (int.Parse(numbers[0], CultureInfo.InvariantCulture), int.Parse(numbers[1], CultureInfo.InvariantCulture)));
        }

        return new((int)snapshot.Position, new ModelCost(Number("units"), Number("parameters"), Number("macs")), widths);
    }

    /// <summary>A round has cut so much.</summary>
    public void Advance(PruningPlan plan)
    {
        foreach (var cut in plan.Steps.SelectMany(step => step.Cuts).Where(cut => widths.ContainsKey(cut.Group)))
        {
            widths[cut.Group] = widths[cut.Group] with { Now = widths[cut.Group].Now - cut.Units.Count };
        }

        Round++;
    }

    public StepSnapshot ToSnapshot()
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["units"] = Dense.Units.ToString(CultureInfo.InvariantCulture),
            ["parameters"] = Dense.Parameters.ToString(CultureInfo.InvariantCulture),
            ["macs"] = Dense.Macs.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (group, width) in widths)
        {
            values[WidthPrefix + group] = string.Create(CultureInfo.InvariantCulture, $"{width.Dense} {width.Now}");
        }

        return new StepSnapshot(Round, new Dictionary<string, Tensor>(), values);
    }
}
