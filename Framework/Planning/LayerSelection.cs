using Espalier.Structures;

namespace Espalier.Planning;

/// <summary>What a <see cref="LayerSelector"/> selects in one model.</summary>
/// <param name="Layers">The layers with at least one selected parameter, in the order of the model.</param>
/// <param name="Parameters">The selected parameters.</param>
/// <param name="Groups">The structure groups that were selected by their own names.</param>
public sealed record LayerSelection(IReadOnlyList<ModelLayer> Layers, IReadOnlySet<string> Parameters, IReadOnlySet<string> Groups)
{
    /// <summary>Whether a group is selected: by its name, or since a selected parameter makes its units or follows them. One that only reads them does not count.</summary>
    public bool Contains(IStructureGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return Groups.Contains(group.Name) || group.Members.Any(member => member.Role != MemberRole.Consumer && Parameters.Contains(member.Parameter));
    }
}
