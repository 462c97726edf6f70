using Espalier.Attention;
using Espalier.Graphs;
using Espalier.Planning;
using Espalier.Structures;

namespace Espalier.Plugins.Snp;

/// <summary>Sorts a model's structure groups by what they are to its attention. Groups that are none of it are left alone.</summary>
internal sealed class SnpLayers
{
    private readonly ModelStructure structure;
    private readonly List<SnpLayer> layers = [];

    /// <exception cref="PlanException">The model has no attention.</exception>
    public SnpLayers(TracedModel model, ModelStructure structure)
    {
        this.structure = structure;
        Sites = AttentionFinder.Find(model.Evaluation);
        if (Sites.Count == 0)
        {
            throw new PlanException(
                $"{model.Module.GetType().Name} has no attention: nowhere does a softmax over a product of two tensors weigh a third. "
                + "SNP prunes attention; for other models use a method such as 'channel'.");
        }

        Weights = WeightsOf(model.Evaluation);
        Maps = [.. Sites.Select(site => HeadMap.Of(site.Query, site.Key, structure))];
        Values = [.. Sites.Select(site => HeadMap.Of(site.Value, site.Value, structure))];
        Add(Maps, SnpKind.Qk);
        Add(Values, SnpKind.V);
        var residual = Values.SelectMany(map => map.Groups).SelectMany(WrittenBy).DistinctBy(group => group.Name).ToArray();
        Add(residual, SnpKind.Residual);
        Add(FeedForward(residual).ToArray(), SnpKind.Ffn);
        layers.RemoveAll(layer => Of(layer.Group).Sum(other => other.Units.Count) < layer.Group.Count);
    }

    /// <summary>Where the model attends, in its order.</summary>
    public IReadOnlyList<AttentionSite> Sites { get; }

    /// <summary>For each of them, the units of its query/key pairs.</summary>
    public IReadOnlyList<HeadMap> Maps { get; }

    /// <summary>For each of them, the units of its values.</summary>
    public IReadOnlyList<HeadMap> Values { get; }

    /// <summary>The names of the weights of linear layers and convolutions.</summary>
    public IReadOnlySet<string> Weights { get; }

    /// <summary>The groups, each in one layer.</summary>
    public IReadOnlyList<SnpLayer> All => layers;

    /// <summary>The groups of one kind, in the order of the model.</summary>
    public IEnumerable<SnpLayer> Of(SnpKind kind) => layers.Where(layer => layer.Kind == kind);

    /// <summary>The layers that a group holds; none where SNP leaves it alone.</summary>
    public IEnumerable<SnpLayer> Of(IStructureGroup group) => layers.Where(layer => layer.Group.Name == group.Name);

    private static HashSet<string> WeightsOf(Graph graph) =>
    [
        .. graph.Nodes.Where(node => node.Operator is "aten::linear" || node.Operator.StartsWith("aten::conv", StringComparison.Ordinal))
            .Select(node => node.Tensor(1)).Where(weight => weight.Kind == ValueKind.Parameter).Select(weight => weight.Name),
    ];

    /// <summary>The units that maps name, but for those that are something else already: keys that serve as values too are pairs.</summary>
    private void Add(IEnumerable<HeadMap> maps, SnpKind kind)
    {
        var units = maps.SelectMany(map => map.Units).OfType<(IStructureGroup Group, int Unit)>().Distinct();
        foreach (var own in units.GroupBy(unit => unit.Group.Name).ToArray())
        {
            var group = own.First().Group;
            int[] left = [.. own.Select(unit => unit.Unit).Except(Of(group).SelectMany(layer => layer.Units)).Order()];
            if (left.Length > 0)
            {
                layers.Add(new SnpLayer(group, kind, left));
            }
        }
    }

    private void Add(IEnumerable<IStructureGroup> groups, SnpKind kind)
    {
        foreach (var group in groups.Where(group => !Of(group).Any()))
        {
            layers.Add(new SnpLayer(group, kind, [.. Enumerable.Range(0, group.Count)]));
        }
    }

    /// <summary>The groups of what the layers that read a group make.</summary>
    private IEnumerable<IStructureGroup> WrittenBy(IStructureGroup group)
    {
        var readers = Weighted(group, MemberRole.Consumer);
        return WithoutBlocks.Where(other => Weighted(other, MemberRole.Producer).Overlaps(readers));
    }

    private IEnumerable<IStructureGroup> FeedForward(IStructureGroup[] residual)
    {
        var readers = residual.SelectMany(group => Weighted(group, MemberRole.Consumer)).ToHashSet(StringComparer.Ordinal);
        var writers = residual.SelectMany(group => Weighted(group, MemberRole.Producer)).ToHashSet(StringComparer.Ordinal);
        return WithoutBlocks.Where(group => Weighted(group, MemberRole.Producer).Overlaps(readers) && Weighted(group, MemberRole.Consumer).Overlaps(writers));
    }

    private IEnumerable<IStructureGroup> WithoutBlocks => structure.Groups.Where(group => group.Granularity != StructureGranularity.Block);

    private HashSet<string> Weighted(IStructureGroup group, MemberRole role) =>
        [.. group.Members.Where(member => member.Role == role && Weights.Contains(member.Parameter)).Select(member => member.Parameter)];
}
