namespace Espalier.Plugins;

/// <summary>The one class of a plugin that the host makes itself. The generator writes it; it names every part.</summary>
public interface IPluginEntry
{
    /// <summary>The parts of the plugin.</summary>
    /// <param name="services">Where parts get the plugin's context and services.</param>
    IReadOnlyList<PartRegistration> Register(PluginServices services);
}
