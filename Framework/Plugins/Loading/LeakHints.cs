using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Espalier.Plugins;

/// <summary>What in a plugin's code may have kept it in memory: the uses of things that are known to.</summary>
internal static class LeakHints
{
    private static readonly (string Type, string Member, string Hint)[] Known =
    [
        ("System.Text.Json.JsonSerializer", "", "JsonSerializer keeps the types it has seen unless it is given a generated JsonSerializerContext"),
        ("System.ComponentModel.TypeDescriptor", "", "TypeDescriptor keeps the types it has seen"),
        ("System.ComponentModel.DataAnnotations.Validator", "", "Validator keeps the types it has seen"),
        ("Microsoft.CSharp.RuntimeBinder.Binder", "", "'dynamic' keeps the types it has seen"),
        ("System.Threading.Thread", "Start", "a thread that still runs"),
        ("System.Threading.Timer", ".ctor", "a timer that was not disposed of"),
        ("System.Runtime.InteropServices.GCHandle", "Alloc", "a GCHandle that was not freed"),
        ("System.Threading.CancellationToken", "Register", "a registration on a token that was not disposed of"),
        ("System.Threading.CancellationTokenSource", "CreateLinkedTokenSource", "a linked token source that was not disposed of"),
    ];

    /// <summary>The hints for the assemblies in a folder.</summary>
    public static IReadOnlyList<string> Find(string folder)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.dll") : [])
        {
            try
            {
                using var image = new PEReader(File.OpenRead(file));
                if (image.HasMetadata)
                {
                    Collect(image.GetMetadataReader(), Path.GetFileName(file), found);
                }
            }
            catch (Exception error) when (error is BadImageFormatException or IOException)
            {
            }
        }

        return [.. found];
    }

    private static void Collect(MetadataReader metadata, string file, SortedSet<string> found)
    {
        foreach (var member in metadata.MemberReferences.Select(metadata.GetMemberReference))
        {
            if (member.Parent.Kind != HandleKind.TypeReference)
            {
                continue;
            }

            var reference = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
            var type = $"{metadata.GetString(reference.Namespace)}.{metadata.GetString(reference.Name)}";
            var name = metadata.GetString(member.Name);
            if (name.StartsWith("add_", StringComparison.Ordinal))
            {
                found.Add($"{file} subscribes to {type}.{name[4..]}: a handler that was not removed");
            }

            foreach (var (_, _, hint) in Known.Where(k => k.Type == type && (k.Member.Length == 0 || k.Member == name)))
            {
                found.Add($"{file} uses {type}: {hint}");
            }
        }
    }
}
