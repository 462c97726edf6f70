using System.Text;

namespace Espalier.Recipes;

/// <summary>Reads recipes: YAML or JSON into a tree that knows where each of its pieces was written.</summary>
public static class RecipeReader
{
    /// <summary>The largest recipe, in bytes or characters: a million.</summary>
    public const int LargestSize = 1 << 20;

    /// <summary>The deepest nesting.</summary>
    public const int DeepestNesting = 64;

    /// <summary>Reads a file. One whose name ends in <c>.json</c> is JSON, any other YAML.</summary>
    /// <exception cref="RecipeException">The file cannot be read or is no recipe.</exception>
    public static RecipeNode ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var place = new RecipePlace(path, 0, 0);
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > LargestSize)
            {
                throw new RecipeException(place, $"The file has {file.Length} bytes; a recipe has at most {LargestSize}.");
            }

            var bytes = new byte[LargestSize + 1];
            var count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return Read(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.AsSpan(0, count)), path);
        }
        catch (DecoderFallbackException error)
        {
            throw new RecipeException(place, $"The file is not UTF-8: byte {error.Index} cannot be read. Save it as UTF-8 text.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RecipeException(place, $"The file cannot be read: {error.Message}");
        }
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The recipe.</param>
    /// <param name="file">What messages call it; a name that ends in <c>.json</c> makes it JSON.</param>
    /// <exception cref="RecipeException">It is no recipe.</exception>
    public static RecipeNode Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        var place = new RecipePlace(file, 0, 0);
        if (text.Length > LargestSize)
        {
            throw new RecipeException(place, $"The text has {text.Length} characters; a recipe has at most {LargestSize}.");
        }

        text = text.TrimStart('\uFEFF');
        var zero = text.IndexOf('\0', StringComparison.Ordinal);
        if (zero >= 0)
        {
            throw new RecipeException(PlaceOf(text, zero, file), "There is a zero byte here. A recipe is text.");
        }

        return file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? JsonRecipe.Read(text, file) : new YamlRecipe(text, file).Read();
    }

    private static RecipePlace PlaceOf(string text, int index, string file) =>
        new(file, text.AsSpan(0, index).Count('\n') + 1, index - text.LastIndexOf('\n', Math.Max(0, index - 1), Math.Max(0, index)));
}
