using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Espalier.Plugins;

/// <summary>Checks what a plugin registers, so that a bad part is refused when the plugin is loaded and not in the middle of a run.</summary>
internal static partial class PartCheck
{
    public static void Check(string plugin, IReadOnlyList<PartRegistration>? parts)
    {
        var seen = new HashSet<(Type, string)>();
        foreach (var part in parts ?? throw Wrong(plugin, "its entry returned null; return an empty list where there are no parts"))
        {
            if (part is not { Contract: not null, Name: not null, Summary: not null, Schema: not null, Create: not null })
            {
                throw Wrong(plugin, "it registers a part with a null in it");
            }

            if (!part.Contract.IsInterface || KindOf(part.Contract) is null || AssemblyLoadContext.GetLoadContext(part.Contract.Assembly)?.IsCollectible == true)
            {
                throw Wrong(plugin, $"part '{part.Name}' has the contract {part.Contract.FullName}, which is none of the host's: use an interface with [PartContract]");
            }

            if (!Names().IsMatch(part.Name))
            {
                throw Wrong(plugin, $"'{part.Name}' is no name for a {KindOf(part.Contract)}: use lower case, digits, '-', ':' and '.', at most 100 characters");
            }

            if (!seen.Add((part.Contract, part.Name)))
            {
                throw Wrong(plugin, $"it registers the {KindOf(part.Contract)} '{part.Name}' twice");
            }

            CheckSchema(plugin, part);
        }
    }

    /// <summary>What recipes call parts of a contract; null if it is none.</summary>
    public static string? KindOf(Type contract) => contract.GetCustomAttribute<PartContractAttribute>()?.Kind;

    [GeneratedRegex(@"^[a-z0-9][a-z0-9:.-]{0,99}\z")]
    private static partial Regex Names();

    private static void CheckSchema(string plugin, PartRegistration part)
    {
        try
        {
            using var schema = JsonDocument.Parse(part.Schema);
        }
        catch (JsonException error)
        {
            throw Wrong(plugin, $"the options' schema of the {KindOf(part.Contract)} '{part.Name}' is no JSON ({error.Message})");
        }
    }

    private static PluginException Wrong(string plugin, string message) => new($"Plugin '{plugin}': {message}.");
}
