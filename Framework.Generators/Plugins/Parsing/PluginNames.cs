using Microsoft.CodeAnalysis;

namespace Espalier.Generators.Plugins.Parsing;

/// <summary>The types of the framework that plugins are written with.</summary>
internal static class PluginNames
{
    public const string Options = "Espalier.Plugins.PluginOptionsAttribute";

    public const string Option = "Espalier.Plugins.OptionAttribute";

    public const string Part = "Espalier.Plugins.PluginPartAttribute";

    public const string PartReference = "Espalier.Plugins.Part<T>";

    public const string PartContract = "Espalier.Plugins.PartContractAttribute";

    public const string Service = "Espalier.Plugins.PluginServiceAttribute";

    public const string Context = "Espalier.Plugins.PluginContext";

    public const string ValidatedOptions = "Espalier.Recipes.IValidatedOptions";

    /// <summary>The attribute of a symbol by its full name.</summary>
    public static AttributeData? Attribute(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == name);
}
