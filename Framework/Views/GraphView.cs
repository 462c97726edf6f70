using Espalier.Graphs;
using Espalier.Structures;

namespace Espalier.Views;

/// <summary>A model's graph and groups in the form that all pictures of it are drawn from.</summary>
/// <param name="Model">The name of the model's class.</param>
/// <param name="Inputs">The model's inputs, with their shapes.</param>
/// <param name="Nodes">The operators in order.</param>
/// <param name="Groups">The structure groups.</param>
/// <param name="Obstacles">What cannot be cut, and why.</param>
public sealed record GraphView(
    string Model, IReadOnlyList<ViewValue> Inputs, IReadOnlyList<ViewNode> Nodes, IReadOnlyList<ViewGroup> Groups, IReadOnlyList<ViewObstacle> Obstacles)
{
    /// <summary>The view of a model's evaluation graph.</summary>
    public static GraphView Of(ModelStructure structure)
    {
        ArgumentNullException.ThrowIfNull(structure);
        var graph = structure.Graphs[0];
        var explainer = new GroupExplainer(structure);
        var links = explainer.Links();
        return new GraphView(
            graph.Model,
            [.. graph.Inputs.Select(ValueOf)],
            [.. graph.Nodes.Select(node => NodeOf(node, explainer))],
            [.. structure.Groups.Select(group => GroupOf(group, links.GetValueOrDefault(group.Name) ?? []))],
            [.. Obstacle(structure)]);
    }

    private static ViewValue ValueOf(Value value) => new(value.Name, value.Shape);

    private static ViewNode NodeOf(Node node, GroupExplainer explainer) => new(
        node.Index, node.Operator, node.Scope, node.Output.Shape,
        [.. node.Inputs.Select(input => input.Producer?.Index).OfType<int>().Distinct()],
        [.. node.Inputs.Where(input => input.Kind is ValueKind.Parameter or ValueKind.Buffer).Select(ValueOf)],
        [.. node.Inputs.Append(node.Output).SelectMany(explainer.GroupsOf).Distinct()]);

    private static ViewGroup GroupOf(IStructureGroup group, IReadOnlyList<GroupLink> links) => new(
        group.Name, group.Granularity, group.Count, group.Rows.Count == 0 ? 1 : group.Rows.Max() + 1,
        [.. group.Members.Select(member => new ViewMember(member.Parameter, member.Dimension, member.Width, member.Role))],
        [.. links.Select(link => new ViewLink(link.Node, link.ToString()))]);

    private static IEnumerable<ViewObstacle> Obstacle(ModelStructure structure) =>
        from parameter in structure.Graphs[0].Parameters
        from dimension in Enumerable.Range(0, parameter.Rank)
        where parameter.Shape[dimension] > 1
        from reason in structure.Obstacles(parameter.Name, dimension)
        select new ViewObstacle(parameter.Name, dimension, reason);
}
