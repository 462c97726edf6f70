using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

namespace Espalier.Torch.Tests.Binding;

/// <summary>Without a native library that fits, every call says what is wrong and what to do; the process goes on.</summary>
public sealed class NativeLibraryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("espalier-native-").FullName;

    [Fact]
    public void Load_WithTheBuiltLibrary_Works() => Assert.All(Probe(null), line => Assert.EndsWith(": fine", line, StringComparison.Ordinal));

    [Fact]
    public void Load_OfMissingFile_NamesIt() => Fails(Path.Combine(_folder, "nowhere.so"), "there is no such file", "ESPALIER_TORCH_NATIVE");

    [Fact]
    public void Load_OfTextFile_SaysThatItIsNoLibrary()
    {
        var file = Path.Combine(_folder, "text.so");
        File.WriteAllText(file, string.Concat(Enumerable.Repeat("This is no shared library.\n", 100)));
        Fails(file, "is no shared library");
    }

    [CompilerFact]
    public void Load_OfLibraryWithoutTheFunctions_NamesBothVersions() => Fails(Compile("int unrelated(void) { return 1; }"), "version 0", "./setup.sh");

    [CompilerFact]
    public void Load_OfLibraryOfAnotherInterface_NamesBothVersions() =>
        Fails(Compile("int et_abi_version(void) { return 4711; }"), "version 4711", "./setup.sh");

    [CompilerFact]
    public void Load_WithAnotherLibtorch_SaysSo() =>
        Fails(Compile("int in_another_libtorch(void); int et_abi_version(void) { return in_another_libtorch(); }", "-Wl,-z,now"),
            "another version", "in_another_libtorch", "./setup.sh");

    [CompilerFact]
    public void Load_WithLibtorchGone_SaysSo()
    {
        var libtorch = Compile("int of_libtorch(void) { return 1; }", "-Wl,-soname,libtorch_gone.so");
        var library = Compile("int of_libtorch(void); int et_abi_version(void) { return of_libtorch(); }", libtorch);
        File.Delete(libtorch);
        Fails(library, "libtorch_gone.so", "libtorch-dev", "LIBTORCH");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Fails(string library, params string[] expected)
    {
        var lines = Probe(library);
        Assert.All(lines, line =>
        {
            Assert.Contains(": DllNotFoundException: ", line, StringComparison.Ordinal);
            Assert.Contains(library, line, StringComparison.Ordinal);
            Assert.All(expected, part => Assert.Contains(part, line, StringComparison.Ordinal));
        });
        Assert.Equal(5, lines.Length);
    }

    /// <summary>The lines of a fresh process that uses the library; it must end by itself and without a word on the error stream.</summary>
    private static string[] Probe(string? library)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileName(host) == "dotnet" ? host : "dotnet")
        {
            ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "Espalier.Torch.Tests.Probe.dll") },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ESPALIER_TORCH_NATIVE"] = library ?? "";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)), "The process did not end.");
        Assert.Equal("", errors.Result);
        Assert.Equal(0, process.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private string Compile(string code, string? argument = null, [CallerLineNumber] int line = 0)
    {
        var library = Path.Combine(_folder, $"lib{line}.so");
        var start = new ProcessStartInfo("gcc") { ArgumentList = { "-shared", "-fPIC", "-x", "c", "-", "-o", library }, RedirectStandardInput = true };
        if (argument is not null)
        {
            // After the source, and in its own language.
            start.ArgumentList.Add("-x");
            start.ArgumentList.Add("none");
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Write(code);
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return library;
    }
}

/// <summary>A test that compiles a few lines of C.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CompilerFactAttribute : FactAttribute
{
    public CompilerFactAttribute()
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "gcc")));
        if (!found)
            Skip = "gcc is not installed.";
    }
}
