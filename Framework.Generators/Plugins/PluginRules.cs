using Espalier.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Plugins;

/// <summary>The diagnostics about plugins.</summary>
internal static class PluginRules
{
    public const string Category = "Espalier.Plugins";

    public static readonly DiagnosticDescriptor OptionsRecord = Rule(
        "ESP0017", "An options record cannot be made from a recipe",
        "'{0}' is marked [PluginOptions] but {1}",
        "The generated binding makes the record with an object initialiser: a sealed record outside other types, not generic, with a constructor without parameters.");

    public static readonly DiagnosticDescriptor OptionType = Rule(
        "ESP0018", "An option has a type that a recipe cannot give",
        "'{0}' of '{1}' is of type '{2}', which a recipe cannot give: {3}",
        "Options are truth values, numbers, texts, enumerations, options records, parts, and lists and dictionaries of these.");

    public static readonly DiagnosticDescriptor Option = Rule(
        "ESP0019", "An option contradicts itself",
        "'{0}' of '{1}' cannot be an option: {2}",
        "Keys are lower case with hyphens and unique in their record, bounds are for numbers and leave room for the default, one option at most is the shorthand.");

    public static readonly DiagnosticDescriptor PartContract = Rule(
        "ESP0020", "A part must implement one contract",
        "'{0}' is marked [PluginPart] but {1}",
        "What a part is for follows from the one interface with [PartContract] that it implements. Make a class of its own for each contract.");

    public static readonly DiagnosticDescriptor PartName = Rule(
        "ESP0021", "A part's name cannot be written in a recipe",
        "'{0}' is not a name: {1}",
        "Names begin with a lower-case letter or a digit, and go on with lower-case letters, digits, '-', ':' and '.'.");

    public static readonly DiagnosticDescriptor DuplicatePart = Rule(
        "ESP0022", "Two parts have the same name",
        "The {0} '{1}' is also '{2}': a recipe could not tell them apart",
        "Names are unique for their contract, among all loaded plugins.");

    public static readonly DiagnosticDescriptor Construction = Rule(
        "ESP0023", "A part or service cannot be made",
        "'{0}' cannot be made: {1}",
        "The host makes parts and services with their one constructor, from an options record, the PluginContext and services of the same plugin.");

    public static readonly DiagnosticDescriptor InternalError = Rule(
        "ESP0024", "The plugin generator failed",
        "The code for '{0}' could not be generated: {1}: {2}",
        "This is a mistake in the generator. Please report it with the class; a hand-written IPluginEntry is a way around it.");

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [OptionsRecord, OptionType, Option, PartContract, PartName, DuplicatePart, Construction, InternalError];

    private static DiagnosticDescriptor Rule(string id, string title, string message, string description) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, description, Rules.Docs + id.ToLowerInvariant());
}
