using System.Text;
using System.Text.Json;

namespace Espalier.Recipes;

/// <summary>Reads JSON, with comments and trailing commas. YAML would read most of it too, but not all.</summary>
internal ref struct JsonRecipe
{
    private readonly ReadOnlySpan<byte> bytes;
    private readonly string file;
    private Utf8JsonReader reader;

    // Where the last place was: places only move forwards, so lines are counted once.
    private (int Index, int Line, int LineStart) seen;

    private JsonRecipe(byte[] bytes, string file)
    {
        this.bytes = bytes;
        (this.file, seen) = (file, (0, 1, 0));
        reader = new Utf8JsonReader(
            bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = RecipeReader.DeepestNesting });
    }

    public static RecipeNode Read(string text, string file)
    {
        var json = new JsonRecipe(Encoding.UTF8.GetBytes(text), file);
        try
        {
            json.reader.Read();
            var root = json.Node("");
            json.reader.Read();
            return root;
        }
        catch (JsonException error)
        {
            var message = error.Message.Split(" LineNumber:")[0].TrimEnd('.');
            throw new RecipeException(
                new RecipePlace(file, (int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1), $"This is not JSON: {message}.");
        }
    }

    private RecipeNode Node(string path)
    {
        var place = Place(path);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                return List(place);
            case JsonTokenType.StartObject:
                return Map(place);
            case JsonTokenType.String:
                return new RecipeScalar(Text(place), true, place);
            default:
                return new RecipeScalar(Encoding.UTF8.GetString(reader.ValueSpan), false, place);
        }
    }

    private RecipeList List(RecipePlace place)
    {
        var items = new List<RecipeNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Node(place.Item(items.Count).Path));
        }

        return new RecipeList(items, place);
    }

    private RecipeMap Map(RecipePlace place)
    {
        var entries = new RecipeEntries(place);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var keyPlace = Place(place.Path);
            var key = Text(keyPlace);
            var child = place.Child(key).Path;
            entries.Begin(key, keyPlace.At(child));
            reader.Read();
            entries.End(Node(child));
        }

        return entries.ToMap();
    }

    private string Text(RecipePlace place)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new RecipeException(place, "This is not JSON: the text holds half of a pair of \\u escapes.");
        }
    }

    private RecipePlace Place(string path)
    {
        var index = (int)reader.TokenStartIndex;
        for (; seen.Index < index; seen.Index++)
        {
            if (bytes[seen.Index] == '\n')
            {
                seen = (seen.Index, seen.Line + 1, seen.Index + 1);
            }
        }

        return new RecipePlace(file, seen.Line, Encoding.UTF8.GetCharCount(bytes[seen.LineStart..index]) + 1, path);
    }
}
