namespace Espalier.Plugins;

/// <summary>Names the class that registers a plugin's parts. The generator writes it.</summary>
/// <param name="entry">A class that implements <see cref="IPluginEntry"/> and has a constructor without parameters.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PluginEntryAttribute(Type entry) : Attribute
{
    /// <summary>The class.</summary>
    public Type Entry { get; } = entry;
}
