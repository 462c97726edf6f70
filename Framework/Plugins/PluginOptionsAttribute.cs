namespace Espalier.Plugins;

/// <summary>
/// Marks a sealed record whose settable properties a recipe can give. Keys are the names in kebab case (<c>RoundTo</c> is <c>round-to</c>), defaults the
/// property initialisers, descriptions the XML summaries. Properties may be truth values, numbers, texts, enumerations, other such records,
/// <see cref="Part{T}"/>, and lists and dictionaries (text to value) of these.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PluginOptionsAttribute : Attribute;
