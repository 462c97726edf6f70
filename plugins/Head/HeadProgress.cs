using Espalier.Planning;
using Espalier.Reports;

namespace Espalier.Plugins.Head;

/// <summary>What a run knows of the model before its first round, and how far it has come.</summary>
/// <param name="dense">What the model cost.</param>
/// <param name="layers">Its layers.</param>
internal sealed class HeadProgress(ModelCost dense, IReadOnlyList<HeadLayer> layers)
{
    private readonly Dictionary<string, int[]> kept =
        layers.ToDictionary(layer => layer.Group.Name, layer => Enumerable.Range(0, layer.Group.Count).ToArray(), StringComparer.Ordinal);
    private readonly Dictionary<string, double> last = new(StringComparer.Ordinal);

    public ModelCost Dense { get; } = dense;

    public IReadOnlyList<HeadLayer> Layers { get; } = layers;

    public int Heads => Layers.Sum(layer => layer.Group.Count);

    public int Kept => kept.Values.Sum(heads => heads.Length);

    /// <summary>The scores of the first round, and what they say of the heads: only there are all of them still in place.</summary>
    public Dictionary<string, double[]> Scores { get; } = new(StringComparer.Ordinal);

    /// <summary>How the heads were scored before the last cut.</summary>
    public GroupImportance[] Importance { get; set; } = [];

    public int KeptOf(string group) => kept[group].Length;

    /// <summary>The heads of a group that are left, numbered as before the first round.</summary>
    public IReadOnlyList<int> HeadsOf(string group) => kept[group];

    /// <summary>The same by the path of a module that attends; null where all of its heads stay.</summary>
    public IReadOnlyList<int>? HeadsAt(string scope) =>
        Layers.FirstOrDefault(layer => layer.Scopes.Contains(scope)) is { } layer ? kept[layer.Group.Name] : null;

    public int DenseOf(string group) => Layers.Single(layer => layer.Group.Name == group).Group.Count;

    /// <summary>What the only head that a layer has left scored when it had another to be compared with; empty where there are more, or none.</summary>
    public IReadOnlyList<double> LastHead(string group) => kept[group].Length == 1 && last.TryGetValue(group, out var score) ? [score] : [];

    /// <summary>Heads of layers other than these.</summary>
    public int KeptBeside(IReadOnlyCollection<string> groups) => kept.Where(pair => !groups.Contains(pair.Key)).Sum(pair => pair.Value.Length);

    /// <summary>A round has scored and cut so much.</summary>
    public void Advance(HeadChoice choice, IReadOnlyDictionary<string, double[]> scores)
    {
        foreach (var cut in choice.Cuts.Where(cut => kept.ContainsKey(cut.Group)))
        {
            kept[cut.Group] = [.. kept[cut.Group].Index().Where(head => !cut.Units.Contains(head.Index)).Select(head => head.Item)];
        }

        foreach (var (group, own) in scores)
        {
            Scores.TryAdd(group, own);
            last[group] = own.Max();
        }

        foreach (var candidate in choice.Emptied)
        {
            kept[candidate.Layer.Group.Name] = [];
        }
    }
}
