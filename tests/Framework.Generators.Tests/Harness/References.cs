using Espalier.Graphs;
using Microsoft.CodeAnalysis;
using TorchSharp;

namespace Espalier.Framework.Generators.Tests.Harness;

/// <summary>What a model's project references: the runtime, TorchSharp and the framework.</summary>
internal static class References
{
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Append(typeof(torch).Assembly.Location)
            .Append(typeof(Tracer).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];
}
