using Microsoft.CodeAnalysis;

namespace Espalier.Framework.Plugins.Tests.Harness;

/// <summary>What to compile.</summary>
internal sealed record AssemblySpec(string Name, params string[] Fixtures)
{
    public string Version { get; init; } = "1.0.0.0";

    public string? Framework { get; init; } = ".NETCoreApp,Version=v10.0";

    public Platform Platform { get; init; } = Platform.AnyCpu;

    public IReadOnlyList<string> Symbols { get; init; } = [];

    public IReadOnlyList<string> Sources { get; init; } = [];

    public IReadOnlyList<byte[]> References { get; init; } = [];

    public IReadOnlyList<ResourceDescription>? Resources { get; init; }

    /// <summary>Another contract assembly than that of this process.</summary>
    public byte[]? InsteadOfContract { get; init; }
}
