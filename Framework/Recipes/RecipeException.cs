namespace Espalier.Recipes;

/// <summary>A recipe that cannot be followed: file, line and column, cause and way out, for each of its errors.</summary>
public sealed class RecipeException : Exception
{
    /// <summary>One error at one place.</summary>
    public RecipeException(RecipePlace place, string message)
        : this([new RecipeError(place, message)])
    {
    }

    /// <summary>All errors of a recipe.</summary>
    public RecipeException(IReadOnlyList<RecipeError> errors)
        : base(string.Join(Environment.NewLine, errors)) => Errors = errors;

    /// <summary>The errors, in the order of the file.</summary>
    public IReadOnlyList<RecipeError> Errors { get; }
}
