namespace Espalier.Reports;

/// <summary>An image as its pixels.</summary>
/// <param name="Caption">A few words below it.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Channels">1 for grey, 3 for red, green and blue.</param>
/// <param name="Pixels">Row by row from the top, the channels of a pixel together: width x height x channels bytes.</param>
public sealed record Picture(string Caption, int Width, int Height, int Channels, byte[] Pixels);
