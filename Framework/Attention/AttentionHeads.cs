using Espalier.Graphs;
using Espalier.Structures;

namespace Espalier.Attention;

/// <summary>The heads of one attention that can be cut as wholes.</summary>
/// <param name="Site">The attention.</param>
/// <param name="Places">Where they are in what the attention gives out.</param>
public sealed record AttentionHeads(AttentionSite Site, HeadPlaces Places)
{
    /// <summary>The group whose units are the heads.</summary>
    public IStructureGroup Group => Places.Group;

    /// <summary>All attention with heads that can be cut, in the order of the model. Several may have one group, where layers share weights.</summary>
    /// <param name="graph">One of the structure's graphs.</param>
    /// <param name="structure">The model's structure.</param>
    public static IReadOnlyList<AttentionHeads> Find(Graph graph, ModelStructure structure) =>
    [
        .. AttentionFinder.Find(graph).Select(site => HeadPlaces.Of(site.Mixed, structure) is { } places ? new AttentionHeads(site, places) : null)
            .OfType<AttentionHeads>(),
    ];
}
