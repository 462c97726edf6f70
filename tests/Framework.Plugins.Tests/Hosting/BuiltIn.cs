using Espalier.Methods;

namespace Espalier.Framework.Plugins.Tests.Hosting;

/// <summary>An entry that is part of the host program.</summary>
public sealed class BuiltIn : IPluginEntry
{
    public IReadOnlyList<PartRegistration> Register(PluginServices services) =>
        [new(typeof(IPruningMethod), "say", "Says which plugin it is from.", "{}", _ => new Said(services.Context.Id))];

    private sealed class Said(string text) : IPruningMethod
    {
        public string Name => "say";

        public MethodResult Run(MethodContext context, CancellationToken cancellationToken) => new(text, new Dictionary<string, double>());
    }
}
