namespace Espalier.Recipes;

/// <summary>What came up while a recipe was read: its errors, and the parts that it names.</summary>
public sealed class RecipeReport
{
    private readonly List<RecipeError> errors = [];
    private readonly List<PartReference> parts = [];

    /// <summary>The errors so far.</summary>
    public IReadOnlyList<RecipeError> Errors => errors;

    /// <summary>The parts that were named so far.</summary>
    public IReadOnlyList<PartReference> Parts => parts;

    /// <summary>Adds an error.</summary>
    /// <param name="place">Where.</param>
    /// <param name="message">The cause and the way out.</param>
    public void Add(RecipePlace place, string message) => errors.Add(new RecipeError(place, message));

    /// <summary>Adds errors.</summary>
    public void Add(IEnumerable<RecipeError> others) => errors.AddRange(others);

    /// <summary>Adds a part.</summary>
    public void Add(PartReference part) => parts.Add(part);

    /// <summary>Ends the reading.</summary>
    /// <exception cref="RecipeException">There are errors: all of them, in the order of the file.</exception>
    public void ThrowIfAny()
    {
        if (errors.Count > 0)
        {
            throw new RecipeException([.. errors.Distinct().OrderBy(e => e.Place.File, StringComparer.Ordinal).ThenBy(e => e.Place.Line).ThenBy(e => e.Place.Column)]);
        }
    }
}
