using Espalier.Structures;

namespace Espalier.Views;

/// <summary>A structure group in a picture.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Granularity">What one unit is.</param>
/// <param name="Units">How many there are.</param>
/// <param name="Rows">How many rows must keep equally many; 1 if that is no question.</param>
/// <param name="Members">The parameter dimensions that go together.</param>
/// <param name="Links">Where they meet.</param>
public sealed record ViewGroup(
    string Name, StructureGranularity Granularity, int Units, int Rows, IReadOnlyList<ViewMember> Members, IReadOnlyList<ViewLink> Links);
