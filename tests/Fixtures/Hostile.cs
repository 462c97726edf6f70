using System;
using System.Collections.Generic;
using System.Threading;
using Espalier.Methods;
using Espalier.Plugins;

[assembly: PluginEntry(typeof(Hostile))]

/// <summary>Plugins that do one thing wrong, chosen when they are compiled.</summary>
public sealed class Hostile : IPluginEntry
{
    private static readonly List<object> Kept = [];

#if THROWS_IN_CONSTRUCTOR
    public Hostile() => throw new InvalidOperationException("the constructor gives up");
#endif

    public IReadOnlyList<PartRegistration> Register(PluginServices services)
    {
#if THROWS_IN_REGISTER
        services.Get(_ => new Kept(services.Context.Folder));
        throw new InvalidOperationException("the registration gives up");
#elif SLOW
        services.Context.Unloading.WaitHandle.WaitOne();
#elif NULL_LIST
        return null!;
#elif NULL_PART
        return [null!];
#elif TWICE
        return [Part("say"), Part("say")];
#elif BAD_NAME
        return [Part("Say Something")];
#elif BAD_SCHEMA
        return [new(typeof(IPruningMethod), "say", "", "{", _ => new Say(""))];
#elif OWN_CONTRACT
        return [new(typeof(IOwn), "say", "", "{}", _ => new Say(""))];
#elif STATIC_EVENT
        AppDomain.CurrentDomain.ProcessExit += OnExit;
#elif BAD_DISPOSE
        services.Get(_ => new BadDispose());
        services.Context.Unloading.Register(() => throw new InvalidOperationException("the token gives up"));
#elif ADDS_LOGGER
        services.Context.Logs.AddProvider(null!);
#endif
        return [Part("say")];
    }

    private static PartRegistration Part(string name) => new(typeof(IPruningMethod), name, "", "{}", _ => new Say("hostile"));

#if STATIC_EVENT
    private static void OnExit(object? sender, EventArgs e) => Kept.Clear();
#endif
}

[PartContract("own")]
public interface IOwn;

/// <summary>Says in a file that it was disposed of.</summary>
public sealed class Kept(string folder) : IDisposable
{
    public void Dispose() => System.IO.File.WriteAllText(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(folder)!, "disposed"), "");
}

public sealed class BadDispose : IDisposable
{
    public void Dispose() => throw new InvalidOperationException("the service gives up");
}
