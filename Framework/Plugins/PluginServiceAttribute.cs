namespace Espalier.Plugins;

/// <summary>
/// Marks a class of a plugin that its parts share: made once per loaded plugin, when first asked for, and disposed of when the plugin goes, in
/// reverse order. Its constructor may take the <see cref="PluginContext"/> and other services of the plugin.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PluginServiceAttribute : Attribute;
