using Espalier.Graphs;

namespace Espalier.Structures;

/// <summary>Says why the members of a group go together: the operators at which their coordinates meet.</summary>
internal sealed class GroupExplainer
{
    private readonly ModelStructure structure;
    private readonly Dictionary<int, string> groupOfClass = [];

    public GroupExplainer(ModelStructure structure)
    {
        this.structure = structure;
        foreach (var group in structure.Groups.Cast<StructureGroup>())
        {
            foreach (var @class in group.Classes)
            {
                groupOfClass.TryAdd(@class, group.Name);
            }
        }
    }

    /// <summary>For each group, the operators of the first graph at which two or more tensors that carry it meet.</summary>
    public Dictionary<string, List<GroupLink>> Links()
    {
        var links = new Dictionary<string, List<GroupLink>>(StringComparer.Ordinal);
        foreach (var node in structure.Graphs[0].Nodes)
        {
            var carriers = node.Inputs.Distinct().SelectMany(value => GroupsOf(value).Select(group => (group, value))).GroupBy(pair => pair.group, pair => pair.value);
            foreach (var carrier in carriers.Where(c => c.Count() > 1))
            {
                if (!links.TryGetValue(carrier.Key, out var list))
                {
                    links.Add(carrier.Key, list = []);
                }

                list.Add(new GroupLink(node.Index, node.Operator, node.Scope, [.. carrier.Select(value => value.Name)]));
            }
        }

        return links;
    }

    /// <summary>The groups whose coordinates a value carries.</summary>
    public IReadOnlyList<string> GroupsOf(Value value) =>
    [
        .. structure.Labels.FieldsOf(value)
            .SelectMany(field => field.Labels)
            .Select(label => groupOfClass.GetValueOrDefault(structure.Labels.Forest.Find(label)))
            .OfType<string>().Distinct()
    ];
}
