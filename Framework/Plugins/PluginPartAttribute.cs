namespace Espalier.Plugins;

/// <summary>
/// Offers a class under a name that recipes use. The class implements one contract (<see cref="PartContractAttribute"/>); its constructor may take, in any
/// order, one options record (<see cref="PluginOptionsAttribute"/>), the <see cref="PluginContext"/> and the plugin's own services
/// (<see cref="PluginServiceAttribute"/>). The generator writes the registration, the binding of the options and their part of the recipe schema.
/// </summary>
/// <param name="name">The name in recipes: lower case, digits, '-', ':' and '.'; unique for its contract among all loaded plugins.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PluginPartAttribute(string name) : Attribute
{
    /// <summary>The name in recipes.</summary>
    public string Name { get; } = name;
}
