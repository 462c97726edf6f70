using Espalier.Structures;

namespace Espalier.Plugins.Head;

/// <summary>An attention layer, or several whose heads go together since they share weights.</summary>
/// <param name="Scopes">The paths of the modules that attend.</param>
/// <param name="Sites">How often they attend with these heads.</param>
/// <param name="Group">The group whose units are the heads.</param>
internal sealed record HeadLayer(IReadOnlyList<string> Scopes, int Sites, IStructureGroup Group)
{
    /// <summary>Its name for the user.</summary>
    public string Scope => string.Join(", ", Scopes);
}
