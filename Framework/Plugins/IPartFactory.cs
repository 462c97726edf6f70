namespace Espalier.Plugins;

/// <summary>Makes the parts that a recipe names, whichever plugin they come from.</summary>
public interface IPartFactory
{
    /// <summary>Makes a part with its options.</summary>
    /// <exception cref="Recipes.RecipeException">There is no part of that name, or its options are wrong; the message says where and what there is.</exception>
    T Create<T>(Part<T> part)
        where T : class;

    /// <summary>The names there are, in order.</summary>
    IReadOnlyList<string> Names<T>()
        where T : class;
}
