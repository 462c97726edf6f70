namespace Espalier.Plugins.Data.Png;

/// <summary>A picture of 8 bits per sample, rows from the top, samples of a pixel side by side.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Channels">1: grey; 2: grey and opacity; 3: red, green, blue; 4: and opacity.</param>
/// <param name="Samples">Height x Width x Channels bytes.</param>
public sealed record PngImage(int Width, int Height, int Channels, byte[] Samples);
