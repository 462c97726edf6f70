using Espalier.Plugins;

namespace Espalier.Recipes;

/// <summary>How options of each type are read.</summary>
public static partial class OptionValues
{
    /// <summary>A truth value.</summary>
    public static bool Boolean(RecipeNode node, RecipeReport report)
    {
        switch (node)
        {
            case RecipeScalar { Quoted: false, Text: "true" or "True" or "TRUE" }:
                return true;
            case RecipeScalar { Quoted: false, Text: "false" or "False" or "FALSE" }:
                return false;
            default:
                return Wrong<bool>(node, report, "true or false is wanted");
        }
    }

    /// <summary>A text. Numbers and truth values count as the text they are written as.</summary>
    public static string Text(RecipeNode node, RecipeReport report) =>
        node is RecipeScalar { IsNull: false } scalar ? scalar.Text : Wrong<string>(node, report, "a text is wanted");

    /// <summary>The path of a file or folder. One in a file that is not absolute counts from the folder of that file.</summary>
    public static string FilePath(RecipeNode node, RecipeReport report)
    {
        if (node is not RecipeScalar { IsNull: false, Text.Length: > 0 } scalar)
        {
            return Wrong<string>(node, report, "a path is wanted");
        }

        return node.Place.Line > 0 && Path.GetDirectoryName(node.Place.File) is { Length: > 0 } folder ? Path.Combine(folder, scalar.Text) : scalar.Text;
    }

    /// <summary>One of some names.</summary>
    /// <param name="names">The names and what they stand for.</param>
    public static OptionValue<T> OneOf<T>(params (string Name, T Value)[] names) => (node, report) =>
    {
        if (node is not RecipeScalar { IsNull: false } scalar)
        {
            return Wrong<T>(node, report, $"one of {string.Join(", ", names.Select(n => n.Name))} is wanted");
        }

        var found = Array.FindIndex(names, n => n.Name == scalar.Text);
        if (found < 0)
        {
            report.Add(node.Place, $"'{scalar.Text}' is not known here." + CloseNames.Hint(scalar.Text, [.. names.Select(n => n.Name)]));
            return default!;
        }

        return names[found].Value;
    };

    /// <summary>A record of options.</summary>
    /// <param name="bind">The record's generated binding.</param>
    public static OptionValue<T> Record<T>(Func<OptionReader, T> bind) => (node, report) => bind(new OptionReader(node, report));

    /// <summary>A list.</summary>
    /// <param name="item">How to read an item.</param>
    public static OptionValue<T[]> List<T>(OptionValue<T> item) => (node, report) => node is RecipeList list
        ? [.. list.Items.Select(element => item(element, report))]
        : Wrong<T[]>(node, report, "a list is wanted, [...]");

    /// <summary>A mapping from any text to values, in the order in which it is written.</summary>
    /// <param name="item">How to read a value.</param>
    public static OptionValue<Dictionary<string, T>> Dictionary<T>(OptionValue<T> item) => (node, report) => node is RecipeMap map
        ? map.Entries.ToDictionary(entry => entry.Key, entry => item(entry.Value, report), StringComparer.Ordinal)
        : Wrong<Dictionary<string, T>>(node, report, "a mapping is wanted, { name: value }");

    /// <summary>A part: its name, or its name with options.</summary>
    /// <param name="kind">What recipes call such a part.</param>
    public static OptionValue<Part<T>> Part<T>(string kind)
        where T : class => (node, report) =>
    {
        var (name, options, place) = node switch
        {
            RecipeScalar { IsNull: false } scalar => (scalar.Text, new RecipeMap([], scalar.Place), scalar.Place),
            RecipeMap { Entries: [var entry] } => (entry.Key, entry.Value, entry.Place),
            _ => (null, node, node.Place),
        };
        if (name is null)
        {
            return Wrong<Part<T>>(node, report, $"a {kind} is wanted, by its name or as {{ name: {{ options }} }}");
        }

        report.Add(new PartReference(typeof(T), kind, name, options, place));
        return new Part<T>(name, options) { Place = place };
    };

    /// <summary>A value, or nothing.</summary>
    public static OptionValue<T?> OrNull<T>(OptionValue<T> value)
        where T : struct => (node, report) => node is RecipeScalar { IsNull: true } ? null : value(node, report);

    /// <summary>An object, or nothing.</summary>
    public static OptionValue<T?> OrNothing<T>(OptionValue<T> value)
        where T : class => (node, report) => node is RecipeScalar { IsNull: true } ? null : value(node, report);

    private static T Wrong<T>(RecipeNode node, RecipeReport report, string wanted)
    {
        report.Add(node.Place, $"{char.ToUpperInvariant(wanted[0])}{wanted[1..]}, not {node.Kind}.");
        return default!;
    }
}
