namespace Espalier.Attention;

/// <summary>How the tokens of an image lie in it: some that stand for no place, such as a class token, then the places row by row.</summary>
/// <param name="Skipped">How many stand for no place.</param>
/// <param name="Height">Rows of places.</param>
/// <param name="Width">Columns of places.</param>
public sealed record TokenGrid(int Skipped, int Height, int Width)
{
    /// <summary>The most tokens ahead of the places: class and distillation token.</summary>
    private const int MostSkipped = 2;

    /// <summary>The grid with the proportions of the image that has so many tokens; null where there is none.</summary>
    /// <param name="tokens">How many tokens there are, those without a place included.</param>
    /// <param name="imageHeight">The image's height in pixels.</param>
    /// <param name="imageWidth">The image's width in pixels.</param>
    public static TokenGrid? Of(int tokens, int imageHeight, int imageWidth)
    {
        for (var skipped = 0; skipped <= MostSkipped; skipped++)
        {
            var height = (int)Math.Round(Math.Sqrt((tokens - skipped) * (double)imageHeight / imageWidth));
            var width = height > 0 ? (tokens - skipped) / height : 0;
            if (height > 1 && height * width == tokens - skipped && (long)height * imageWidth == (long)width * imageHeight)
            {
                return new TokenGrid(skipped, height, width);
            }
        }

        return null;
    }
}
