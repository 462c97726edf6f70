using Espalier.Planning;
using Espalier.Reports;

namespace Espalier.Plugins.Head;

/// <summary>What a run knows of the model before its first round, and how far it has come.</summary>
/// <param name="dense">What the model cost.</param>
/// <param name="layers">Its layers.</param>
internal sealed class HeadProgress(ModelCost dense, IReadOnlyList<HeadLayer> layers)
{
    private readonly Dictionary<string, int> kept = layers.ToDictionary(layer => layer.Group.Name, layer => layer.Group.Count, StringComparer.Ordinal);

    public ModelCost Dense { get; } = dense;

    public IReadOnlyList<HeadLayer> Layers { get; } = layers;

    public int Heads => Layers.Sum(layer => layer.Group.Count);

    public int Kept => kept.Values.Sum();

    /// <summary>The scores of the first round, and what they say of the heads: only there are all of them still in place.</summary>
    public Dictionary<string, double[]> Scores { get; } = new(StringComparer.Ordinal);

    /// <summary>How the heads were scored before the last cut.</summary>
    public GroupImportance[] Importance { get; set; } = [];

    public int KeptOf(string group) => kept[group];

    public int DenseOf(string group) => Layers.Single(layer => layer.Group.Name == group).Group.Count;

    /// <summary>Heads of layers that are down to one, which no longer are a choice.</summary>
    public int Settled(IEnumerable<HeadLayer> current) => kept.Where(pair => current.All(layer => layer.Group.Name != pair.Key)).Sum(pair => pair.Value);

    public void Advance(PruningPlan plan)
    {
        foreach (var cut in plan.Steps.SelectMany(step => step.Cuts).Where(cut => kept.ContainsKey(cut.Group)))
        {
            kept[cut.Group] -= cut.Units.Count;
        }
    }
}
