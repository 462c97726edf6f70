using Espalier.Plugins;

namespace Espalier.Plugins.Tests.Runs;

/// <summary>Parts that tests give by name.</summary>
internal sealed class Parts(params (string Name, object Part)[] parts) : IPartFactory
{
    public T Create<T>(Part<T> part)
        where T : class => (T)parts.Single(known => known.Name == part.Name && known.Part is T).Part;

    public IReadOnlyList<string> Names<T>()
        where T : class => [.. parts.Where(known => known.Part is T).Select(known => known.Name)];
}
