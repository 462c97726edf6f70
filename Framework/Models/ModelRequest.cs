namespace Espalier.Models;

/// <summary>What the data ask of a model; each may be unknown.</summary>
/// <param name="Classes">How many classes it tells apart.</param>
/// <param name="Channels">The images' channels.</param>
/// <param name="Height">The images' height in pixels.</param>
/// <param name="Width">The images' width in pixels.</param>
public sealed record ModelRequest(int? Classes = null, int? Channels = null, int? Height = null, int? Width = null);
