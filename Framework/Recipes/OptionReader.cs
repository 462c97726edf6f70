namespace Espalier.Recipes;

/// <summary>
/// Reads the options of one record. The generated bindings ask it for one option after the other and end with <see cref="Finish()"/>; errors are collected,
/// so that a user sees them all at once.
/// </summary>
public sealed class OptionReader
{
    /// <summary>The schema where there are no options.</summary>
    public const string NoOptions = """{"type":"object","additionalProperties":false,"properties":{}}""";

    private readonly RecipeReport report;
    private readonly RecipeNode node;
    private readonly int errorsBefore;
    private readonly List<string> keys = [];
    private RecipeMap? map;

    /// <summary>Reads from a piece of a recipe.</summary>
    /// <param name="node">A mapping, or a single value where the record has a shorthand; null or nothing for no options.</param>
    /// <param name="report">Where errors go.</param>
    public OptionReader(RecipeNode? node, RecipeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        this.report = report;
        this.node = node ?? new RecipeMap([], default);
        errorsBefore = report.Errors.Count;
        map = this.node is RecipeScalar { IsNull: true } ? new RecipeMap([], this.node.Place) : this.node as RecipeMap;
    }

    /// <summary>Reads a record.</summary>
    /// <param name="node">Its options as written.</param>
    /// <param name="bind">The record's generated binding.</param>
    /// <exception cref="RecipeException">Options are wrong; all of them are named.</exception>
    public static T Read<T>(RecipeNode? node, Func<OptionReader, T> bind)
    {
        ArgumentNullException.ThrowIfNull(bind);
        var report = new RecipeReport();
        var value = bind(new OptionReader(node, report));
        report.ThrowIfAny();
        return value;
    }

    /// <summary>Reads options where a part takes none.</summary>
    /// <exception cref="RecipeException">Some are given.</exception>
    public static void ReadNone(RecipeNode? node)
    {
        var report = new RecipeReport();
        new OptionReader(node, report).Finish();
        report.ThrowIfAny();
    }

    /// <summary>Takes a single value for the value of one option. Must be called before options are asked for.</summary>
    public void Shorthand(string key) => map ??= new RecipeMap([new RecipeEntry(key, node, node.Place)], node.Place);

    /// <summary>The value of an option.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="read">How to read it.</param>
    /// <param name="fallback">What it is where the recipe does not say, or says it wrongly.</param>
    /// <param name="isRequired">Whether the recipe must say.</param>
    public T Get<T>(string key, OptionValue<T> read, T fallback, bool isRequired = false)
    {
        ArgumentNullException.ThrowIfNull(read);
        keys.Add(key);
        if (map?.Find(key) is not { } value)
        {
            if (isRequired && map is not null)
            {
                report.Add(node.Place.Child(key), $"'{key}' is missing, and there is no default.");
            }

            return fallback;
        }

        var before = report.Errors.Count;
        var result = read(value, report);
        return report.Errors.Count == before ? result : fallback;
    }

    /// <summary>Ends the reading: reports keys that nobody asked for.</summary>
    public void Finish()
    {
        if (map is null)
        {
            report.Add(node.Place, keys.Count == 0 ? $"There are no options here, but {node.Kind} is given." : $"Options are wanted, {{ {keys[0]}: ... }}, not {node.Kind}.");
            return;
        }

        foreach (var entry in map.Entries.Where(entry => !keys.Contains(entry.Key)))
        {
            report.Add(entry.Place, $"There is no option '{entry.Key}'." + (keys.Count == 0 ? " There are no options here." : CloseNames.Hint(entry.Key, keys)));
        }
    }

    /// <summary>Ends the reading of a record: reports keys that nobody asked for, and what the record itself finds wrong.</summary>
    /// <param name="options">The record.</param>
    /// <param name="keyOf">The key of a property.</param>
    public T Finish<T>(T options, Func<string, string> keyOf)
        where T : IValidatedOptions
    {
        ArgumentNullException.ThrowIfNull(keyOf);
        Finish();
        if (report.Errors.Count == errorsBefore)
        {
            foreach (var (property, message) in options.Problems())
            {
                var key = keyOf(property);
                report.Add(key.Length == 0 ? node.Place : map!.Find(key)?.Place ?? node.Place.Child(key), message);
            }
        }

        return options;
    }
}
