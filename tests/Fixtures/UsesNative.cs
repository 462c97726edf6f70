using System.Collections.Generic;
using System.Globalization;
using System.Resources;
using System.Runtime.InteropServices;
using Espalier.Methods;
using Espalier.Plugins;

[assembly: PluginEntry(typeof(UsesNative))]

/// <summary>Calls a native library that it brought along, and reads a text from a satellite assembly.</summary>
public sealed class UsesNative : IPluginEntry
{
    public IReadOnlyList<PartRegistration> Register(PluginServices services) =>
    [
        new(typeof(IPruningMethod), "pid", "", "{}", _ => new Say(Pid().ToString(CultureInfo.InvariantCulture))),
        new(typeof(IPruningMethod), "greet", "", "{}", _ => new Say(
            new ResourceManager("Texts", typeof(UsesNative).Assembly).GetString("Greeting", new CultureInfo("de"))!)),
    ];

    [DllImport("fixture", EntryPoint = "SystemNative_GetPid")]
    private static extern int Pid();
}
