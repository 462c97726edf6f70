using Espalier.Structures;

namespace Espalier.Plugins.Head;

/// <summary>An attention layer, or several whose heads go together since they share weights.</summary>
/// <param name="Scope">The paths of the modules that attend.</param>
/// <param name="Group">The group whose units are the heads.</param>
internal sealed record HeadLayer(string Scope, IStructureGroup Group);
