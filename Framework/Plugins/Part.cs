using Espalier.Recipes;

namespace Espalier.Plugins;

/// <summary>
/// A part that a recipe names, with its options still unread: <c>criterion: l2</c> or <c>criterion: { taylor: { form: gate } }</c>.
/// <see cref="IPartFactory.Create"/> makes it.
/// </summary>
/// <typeparam name="T">The contract.</typeparam>
/// <param name="Name">The part's name.</param>
/// <param name="Options">Its options; null or empty where none are given.</param>
public sealed record Part<T>(string Name, RecipeNode? Options = null)
    where T : class
{
    /// <summary>Where the recipe names it; unknown for a default.</summary>
    public RecipePlace Place { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
