using System.Reflection;
using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>
/// Finds and loads <c>libEspalierTorch.so</c>: at <c>ESPALIER_TORCH_NATIVE</c> if that is set, else beside this assembly.
/// Whatever is wrong (not built, libtorch gone, libtorch replaced by another version) becomes one readable exception.
/// </summary>
internal static class NativeLibraryLoader
{
    public const string Name = "EspalierTorch";

    private const int AbiVersion = 2;
    private const string FileName = "libEspalierTorch.so";
    private const string Override = "ESPALIER_TORCH_NATIVE";

    private static readonly Lazy<IntPtr> Library = new(Load);

    public static void Register() => NativeLibrary.SetDllImportResolver(
        typeof(NativeLibraryLoader).Assembly, static (name, _, _) => name == Name ? Library.Value : IntPtr.Zero);

    private static IntPtr Load()
    {
        var path = FindFile();
        IntPtr library;
        try
        {
            library = NativeLibrary.Load(path);
        }
        catch (DllNotFoundException cause)
        {
            throw new DllNotFoundException(Explain(path, cause.Message), cause);
        }

        CheckAbi(library, path);
        return library;
    }

    private static string FindFile()
    {
        if (Environment.GetEnvironmentVariable(Override) is { Length: > 0 } chosen)
        {
            return File.Exists(chosen)
                ? chosen
                : throw new DllNotFoundException($"{Override} names {chosen}, and there is no such file.");
        }

        var folders = new[] { Path.GetDirectoryName(typeof(NativeLibraryLoader).Assembly.Location), AppContext.BaseDirectory };
        return folders.OfType<string>().Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(File.Exists)
            ?? throw new DllNotFoundException(
                $"{FileName}, the binding's native half, was not found beside {typeof(NativeLibraryLoader).Assembly.Location}. " +
                $"Run ./setup.sh (it builds it against the installed libtorch), or name the file in {Override}.");
    }

    private static string Explain(string path, string reason)
    {
        // The runtime's text lists every attempt; the linker's own words, which follow a path, say what is missing.
        (string Words, string Cause)[] causes =
        [
            ("undefined symbol", "the installed libtorch is of another version than the one it was built against"),
            ("version `", "the installed libtorch is of another version than the one it was built against"),
            ("cannot open shared object", "a library that it needs is gone, most likely libtorch"),
            ("ELF", "it is no shared library for this machine"),
            ("file too short", "it is no shared library for this machine"),
        ];
        var (line, cause) = causes
            .Select(known => (Line: reason.Split('\n').FirstOrDefault(l => l.Contains(known.Words, StringComparison.Ordinal)), known.Cause))
            .FirstOrDefault(found => found.Line is not null, (Line: reason, Cause: "the linker refused it"));
        return $"{path} could not be loaded: {cause} ({line!.Trim()}). " +
            "Install libtorch (Debian, Ubuntu: apt-get install libtorch-dev) or set LIBTORCH to its folder, then run ./setup.sh again.";
    }

    private static unsafe void CheckAbi(IntPtr library, string path)
    {
        var found = NativeLibrary.TryGetExport(library, "et_abi_version", out var export)
            ? ((delegate* unmanaged<int>)export)()
            : 0;
        if (found != AbiVersion)
        {
            throw new DllNotFoundException(
                $"{path} speaks version {found} of the binding's interface, and this TorchSharp.dll version {AbiVersion}. Run ./setup.sh again.");
        }
    }
}
