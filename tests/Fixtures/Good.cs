using System;
using System.Collections.Generic;
using Espalier.Methods;
using Espalier.Plugins;

[assembly: PluginEntry(typeof(Good))]

/// <summary>A plugin as it should be.</summary>
public sealed class Good : IPluginEntry
{
    public IReadOnlyList<PartRegistration> Register(PluginServices services) =>
    [
        new(typeof(IPruningMethod), "say", "Says which plugin it is from.", "{}", _ => new Say(services.Context.Id)),
        new(typeof(IPruningMethod), "say-version", "Says how it was compiled.", "{}", _ => new Say(Text)),
        new(typeof(IPruningMethod), "fail", "Fails.", "{}", _ => throw new InvalidOperationException("no part today")),
        new(typeof(IPruningMethod), "lie", "Is no method.", "{}", _ => "a text"),
    ];

#if SECOND
    private const string Text = "second";
#else
    private const string Text = "first";
#endif
}
