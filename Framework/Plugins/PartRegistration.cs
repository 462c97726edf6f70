using Espalier.Recipes;

namespace Espalier.Plugins;

/// <summary>One part that a plugin offers.</summary>
/// <param name="Contract">The interface it implements: a type of the host's.</param>
/// <param name="Name">Its name in recipes.</param>
/// <param name="Summary">What it is, in a sentence; from its XML summary.</param>
/// <param name="Schema">The JSON schema of its options, as text; refers to other parts by <c>#/$defs/{kind}</c>.</param>
/// <param name="Create">Makes it from its options (null: none given).</param>
/// <param name="Check">Reads its options without making it: finds their errors and the parts that they name. Null where that cannot be done.</param>
public sealed record PartRegistration(
    Type Contract, string Name, string Summary, string Schema, Func<RecipeNode?, object> Create, Action<OptionReader>? Check = null);
