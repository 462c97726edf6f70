using System.Collections.Generic;
using Espalier.Methods;
using Espalier.Plugins;

[assembly: PluginEntry(typeof(UsesLibrary))]

/// <summary>Says the version of the library that it brought along.</summary>
public sealed class UsesLibrary : IPluginEntry
{
    public IReadOnlyList<PartRegistration> Register(PluginServices services) =>
        [new(typeof(IPruningMethod), services.Context.Id, "", "{}", _ => new Say(Library.Version))];
}
