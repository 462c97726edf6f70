using System.Runtime.CompilerServices;
using Espalier.Methods;

namespace Espalier.Framework.Plugins.Tests.Harness;

/// <summary>Uses parts of plugins without leaving anything of theirs on the stack.</summary>
internal static class Saying
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string Of(PluginLease lease, string part = "say") =>
        lease.Parts.Create(new Part<IPruningMethod>(part)).Run(null!, CancellationToken.None).Summary;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string Of(PluginHost host, string part = "say")
    {
        using var lease = host.Acquire();
        return Of(lease, part);
    }
}
