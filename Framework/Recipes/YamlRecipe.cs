using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Espalier.Recipes;

/// <summary>Reads YAML: mappings, lists and single values. What has no use in a recipe (anchors, tags, several documents) is refused by name.</summary>
internal sealed class YamlRecipe
{
    private readonly string text;
    private readonly string file;
    private readonly Scanner scanner;
    private readonly Parser parser;

    public YamlRecipe(string text, string file)
    {
        (this.text, this.file) = (text, file);
        scanner = new Scanner(new StringReader(text), skipComments: true);
        parser = new Parser(scanner);
    }

    public RecipeNode Read()
    {
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                throw new RecipeException(new RecipePlace(file, 1, 1), "The recipe is empty.");
            }

            parser.Consume<DocumentStart>();
            var root = Node("", 0);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out var next))
            {
                throw new RecipeException(Place(parser.Current!, ""), "A second document begins here. A recipe is one document: take the '---' away.");
            }

            return root;
        }
        catch (YamlException error)
        {
            throw Tab(error) is { } tab
                ? new RecipeException(Place(tab, 1, ""), "This is not YAML: the line is indented with a tab. Indent with spaces.")
                : new RecipeException(Place(error.Start.Line, error.Start.Column, ""), $"This is not YAML: {error.Message.TrimEnd('.')}.");
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // The parser gives up on some broken texts with exceptions that are not meant for its caller.
            var position = scanner.CurrentPosition;
            throw new RecipeException(Place(position.Line, position.Column, ""), "This is not YAML: the text breaks off or is malformed here.");
        }
    }

    private RecipeNode Node(string path, int depth)
    {
        var node = parser.Consume<ParsingEvent>();
        var place = Place(node, path);
        if (depth > RecipeReader.DeepestNesting)
        {
            throw new RecipeException(place, $"Recipes nest at most {RecipeReader.DeepestNesting} deep.");
        }

        switch (node)
        {
            case AnchorAlias alias:
                throw new RecipeException(place, $"The alias '*{alias.Value}' is not supported. Write the value out.");
            case NodeEvent { Anchor.IsEmpty: false } anchored:
                throw new RecipeException(place, $"The anchor '&{anchored.Anchor.Value}' is not supported. Take it away.");
            case NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } tag }:
                throw new RecipeException(place, $"The tag '{tag.Value}' is not supported. Take it away.");
            case Scalar scalar:
                return new RecipeScalar(scalar.Value, scalar.Style != ScalarStyle.Plain, place);
            case SequenceStart:
                return List(place, depth);
            case MappingStart:
                return Map(place, depth);
            default:
                throw new RecipeException(place, "A value is wanted here.");
        }
    }

    private RecipeList List(RecipePlace place, int depth)
    {
        var items = new List<RecipeNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(place.Item(items.Count).Path, depth + 1));
        }

        return new RecipeList(items, place);
    }

    private RecipeMap Map(RecipePlace place, int depth)
    {
        var entries = new RecipeEntries(place);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var node = Node(place.Path, depth + 1);
            if (node is not RecipeScalar key)
            {
                throw new RecipeException(node.Place, $"A key is a single value, not {node.Kind}.");
            }

            if (key is { Text: "<<", Quoted: false })
            {
                throw new RecipeException(node.Place, "Merge keys ('<<') are not supported. Write the entries out.");
            }

            var child = place.Child(key.Text).Path;
            entries.Begin(key.Text, node.Place.At(child));
            entries.End(Node(child, depth + 1));
        }

        return entries.ToMap();
    }

    // A tab leads the parser astray a line before it says so.
    private int? Tab(YamlException error)
    {
        var lines = text.Split('\n');
        for (var i = Math.Max(0, (int)error.Start.Line - 1); i <= error.End.Line && i < lines.Length; i++)
        {
            if (lines[i].AsSpan().TrimStart(' ').StartsWith("\t"))
            {
                return i + 1;
            }
        }

        return null;
    }

    private RecipePlace Place(ParsingEvent node, string path) => Place(node.Start.Line, node.Start.Column, path);

    private RecipePlace Place(long line, long column, string path) => new(file, (int)Math.Max(1, line), (int)Math.Max(1, column), path);
}
