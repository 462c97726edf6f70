using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace Espalier.Plugins;

/// <summary>What can be known of a plugin's assembly before any of its code runs: its metadata are read, it is not loaded.</summary>
internal static class Preflight
{
    private static readonly string EntryAttribute = typeof(PluginEntryAttribute).FullName!;

    /// <summary>Checks a plugin.</summary>
    /// <param name="folder">The folder with its files.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="warnings">Gets what is odd and does no harm.</param>
    /// <exception cref="PluginException">It cannot be loaded; the message says why and what to do.</exception>
    public static void Check(string folder, PluginManifest manifest, ICollection<string> warnings)
    {
        var name = $"Plugin '{manifest.Id}' ({manifest.Entry})";
        if (!manifest.Contract.Allows(ContractRange.Host))
        {
            throw new PluginException(
                $"Plugin '{manifest.Id}' {manifest.Version} works with version {manifest.Contract} of {SharedAssemblies.Contract}; this host has {ContractRange.Host}. "
                + "Install a version of the plugin that works with this host, or update the host.");
        }

        foreach (var file in manifest.Files.Where(f => SharedAssemblies.Names.Contains(AssemblyNameOf(f.Path))))
        {
            warnings.Add(
                $"Plugin '{manifest.Id}' ships {file.Path}, which the host shares with its plugins: the host's is used. "
                + "Reference it with Private=\"false\" and ExcludeAssets=\"runtime\", and build the plugin again.");
        }

        var path = Path.Combine(folder, manifest.Entry);
        try
        {
            using var stream = File.OpenRead(path);
            using var image = new PEReader(stream);
            if (!image.HasMetadata)
            {
                throw NoAssembly(name);
            }

            CheckMachine(name, image.PEHeaders);
            var metadata = image.GetMetadataReader();
            if (!metadata.IsAssembly)
            {
                throw NoAssembly(name);
            }

            CheckFramework(name, metadata);
            CheckReferences(name, metadata, manifest);
            if (!AssemblyAttributes(metadata).Any(a => a.Name == EntryAttribute))
            {
                throw new PluginException(
                    $"{name} has no [assembly: PluginEntry(...)]. Reference Espalier.Framework.Generators, which writes it for classes with [PluginPart], or write it.");
            }
        }
        catch (Exception cause) when (cause is BadImageFormatException or IOException or InvalidOperationException)
        {
            throw NoAssembly(name);
        }
    }

    private static PluginException NoAssembly(string name) => new($"{name} is no .NET assembly. The file is damaged, or \"entry\" names the wrong one: build the plugin again.");

    private static string AssemblyNameOf(string path) =>
        path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? path[(path.LastIndexOf('/') + 1)..^4] : "";

    private static void CheckMachine(string name, PEHeaders headers)
    {
        var machine = headers.CoffHeader.Machine;
        // Code for every machine is marked as I386.
        var fits = (machine == Machine.I386 && !headers.CorHeader!.Flags.HasFlag(CorFlags.Requires32Bit)) || machine == RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => Machine.Amd64,
            Architecture.Arm64 => Machine.Arm64,
            Architecture.X86 => Machine.I386,
            _ => Machine.Unknown,
        };
        if (!fits)
        {
            throw new PluginException($"{name} was built for {machine}; this process is {RuntimeInformation.ProcessArchitecture}. Build it for AnyCPU.");
        }
    }

    private static void CheckFramework(string name, MetadataReader metadata)
    {
        var (_, framework) = AssemblyAttributes(metadata).FirstOrDefault(a => a.Name == "System.Runtime.Versioning.TargetFrameworkAttribute");
        const string Core = ".NETCoreApp,Version=v";
        var version = framework?.StartsWith(Core, StringComparison.Ordinal) == true && Version.TryParse(framework[Core.Length..], out var parsed) ? parsed : null;
        if (version is null || version.Major > Environment.Version.Major)
        {
            throw new PluginException(
                $"{name} was built for {framework ?? "an unknown framework"}; this host runs on .NET {Environment.Version}. "
                + $"Build it for net{Environment.Version.Major}.0 or an earlier .NET.");
        }
    }

    private static void CheckReferences(string name, MetadataReader metadata, PluginManifest manifest)
    {
        var references = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(r => (Name: metadata.GetString(r.Name), r.Version)).ToArray();
        var host = typeof(IPluginEntry).Assembly.GetName().Version!;
        if (references.FirstOrDefault(r => r.Name == SharedAssemblies.Contract).Version is not { } contract)
        {
            throw new PluginException($"{name} does not reference {SharedAssemblies.Contract}: it is no plugin.");
        }

        if (contract.Major != host.Major || contract > host)
        {
            throw new PluginException(
                $"{name} was compiled against {SharedAssemblies.Contract} {contract}; this host has {host}. "
                + $"Compile it against {host.Major}.x, or use a host with {contract.Major}.x.");
        }

        var own = manifest.Files.Select(f => AssemblyNameOf(f.Path)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (missing, version) in references)
        {
            if (!own.Contains(missing) && !SharedAssemblies.Names.Contains(missing) && !PlatformAssemblies.Contains(missing))
            {
                throw new PluginException(
                    $"{name} needs {missing} {version}, which is not among its files. Build the plugin so that it brings it along (EnableDynamicLoading), and install it whole.");
            }
        }
    }

    // Each with its first argument, where that is a text.
    private static IEnumerable<(string Name, string? Argument)> AssemblyAttributes(MetadataReader metadata)
    {
        foreach (var attribute in metadata.GetAssemblyDefinition().GetCustomAttributes().Select(metadata.GetCustomAttribute))
        {
            if (attribute.Constructor.Kind == HandleKind.MemberReference
                && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent)
            {
                var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
                var value = metadata.GetBlobReader(attribute.Value);
                var argument = value.Length > 4 && value.ReadUInt16() == 1 && type.Name.IsNil == false ? Text(ref value) : null;
                yield return ($"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}", argument);
            }
        }
    }

    private static string? Text(ref BlobReader value)
    {
        try
        {
            return value.ReadSerializedString();
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }
}
