using System.Text.Json.Nodes;
using Espalier.Framework.Plugins.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Espalier.Framework.Plugins.Tests.Loading;

/// <summary>What is wrong with a plugin is found before any of its code runs, and said with the way out; other plugins load all the same.</summary>
public sealed class PreflightTests
{
    private const string FutureContract = """
        namespace Espalier.Plugins;
        public sealed class PluginEntryAttribute(System.Type entry) : System.Attribute { public System.Type Entry => entry; }
        public interface IPluginEntry;
        """;

    private const string FutureEntry = """
        [assembly: Espalier.Plugins.PluginEntry(typeof(E))]
        public sealed class E : Espalier.Plugins.IPluginEntry;
        """;

    [Fact]
    public async Task Load_ContractOfANextMajorVersion_BothVersionsAreNamed()
    {
        using var folders = new PluginFolders();
        var contract = FixtureCompiler.Compile(new AssemblySpec("Espalier.Framework") { Version = "2.0.0.0", Sources = [FutureContract] });
        folders.Add("bad", new AssemblySpec("bad") { InsteadOfContract = contract, Sources = [FutureEntry] });
        await AssertRefused(folders, "compiled against Espalier.Framework 2.0.0.0; this host has 0.0.0.0", "Compile it against 0.x");
    }

    [Fact]
    public async Task Load_ContractRangeWithoutThisVersion_BothAreNamed()
    {
        using var folders = new PluginFolders();
        folders.Add("bad", new AssemblySpec("bad", "Good", "Part"), change: manifest => manifest["contract"] = ">=7.0 <8.0");
        await AssertRefused(folders, ">=7.0 <8.0", $"this host has {ContractRange.Host}");
    }

    [Fact]
    public async Task Load_FrameworkOfTheFuture_IsRefused()
    {
        using var folders = new PluginFolders();
        folders.Add("bad", new AssemblySpec("bad", "Good", "Part") { Framework = ".NETCoreApp,Version=v99.0" });
        await AssertRefused(folders, "built for .NETCoreApp,Version=v99.0", $"net{Environment.Version.Major}.0 or an earlier");
    }

    [Theory]
    [InlineData(".NETFramework,Version=v4.8")]
    [InlineData(null)]
    public async Task Load_OtherFramework_IsRefused(string? framework)
    {
        using var folders = new PluginFolders();
        folders.Add("bad", new AssemblySpec("bad", "Good", "Part") { Framework = framework });
        await AssertRefused(folders, framework ?? "an unknown framework");
    }

    [Fact]
    public async Task Load_OtherMachine_IsRefused()
    {
        using var folders = new PluginFolders();
        folders.Add("bad", new AssemblySpec("bad", "Good", "Part") { Platform = Platform.X86 });
        await AssertRefused(folders, "Build it for AnyCPU");
    }

    [Fact]
    public async Task Load_NoAssembly_IsRefused()
    {
        using var folders = new PluginFolders();
        folders.Write("bad", "bad.dll", new() { ["bad.dll"] = "MZ and then nothing"u8.ToArray() });
        await AssertRefused(folders, "is no .NET assembly");
    }

    [Fact]
    public async Task Load_AssemblyWithoutEntry_IsRefused()
    {
        using var folders = new PluginFolders();
        folders.Add("bad", new AssemblySpec("bad", "Part"));
        await AssertRefused(folders, "has no [assembly: PluginEntry(...)]");
    }

    [Fact]
    public async Task Load_AssemblyThatIsNoPlugin_IsRefused()
    {
        using var folders = new PluginFolders();
        folders.Add("bad", new AssemblySpec("bad", "Library"));
        await AssertRefused(folders, "does not reference Espalier.Framework");
    }

    [Fact]
    public async Task Load_FileChangedAfterTheBuild_IsRefused()
    {
        using var folders = new PluginFolders();
        var path = folders.Add("bad", "Good");
        await using (var file = new FileStream(Path.Combine(path, "bad.dll"), FileMode.Append))
        {
            file.WriteByte(0);
        }

        await AssertRefused(folders, "bad.dll is not the file that plugin.json names", "SHA-256");
    }

    [Fact]
    public async Task Load_FileMissing_IsRefused()
    {
        using var folders = new PluginFolders();
        File.Delete(Path.Combine(folders.Add("bad", "Good"), "bad.dll"));
        await AssertRefused(folders, "bad.dll cannot be copied");
    }

    [Fact]
    public async Task Load_PrivateDependencyMissing_IsNamed()
    {
        using var folders = new PluginFolders();
        var library = FixtureCompiler.Compile(new AssemblySpec("The.Library", "Library") { Version = "3.1.0.0" });
        folders.Add("bad", new AssemblySpec("bad", "UsesLibrary", "Part") { References = [library] });
        await AssertRefused(folders, "needs The.Library 3.1.0.0, which is not among its files");
    }

    [Fact]
    public async Task Load_ShipsTheContract_HostsIsUsedWithAWarning()
    {
        using var folders = new PluginFolders();
        var contract = await File.ReadAllBytesAsync(typeof(IPluginEntry).Assembly.Location);
        folders.Add("good", new AssemblySpec("good", "Good", "Part"), new() { ["Espalier.Framework.dll"] = contract });
        await using var host = folders.Host();
        var plugin = Assert.Single(await host.LoadAllAsync());

        Assert.Equal(PluginState.Loaded, plugin.State);
        Assert.Contains("ships Espalier.Framework.dll", Assert.Single(plugin.Warnings), StringComparison.Ordinal);
        Assert.Equal("good", Saying.Of(host));
    }

    [Fact]
    public async Task Load_NotListedFile_IsNotThere()
    {
        using var folders = new PluginFolders();
        var library = FixtureCompiler.Compile(new AssemblySpec("The.Library", "Library"));
        folders.Add("bad", new AssemblySpec("bad", "UsesLibrary", "Part") { References = [library] }, new() { ["The.Library.dll"] = library }, manifest =>
            ((JsonArray)manifest["files"]!).RemoveAt(0));
        await AssertRefused(folders, "needs The.Library");
    }

    private static async Task AssertRefused(PluginFolders folders, params string[] says)
    {
        folders.Add("good", "Good");
        await using var host = folders.Host();
        var plugins = await host.LoadAllAsync();
        var bad = plugins.Single(plugin => plugin.Id == "bad");
        Assert.Equal(PluginState.Failed, bad.State);
        Assert.All(says.Append("'bad'"), text => Assert.Contains(text, bad.Error, StringComparison.Ordinal));
        Assert.Equal(PluginState.Loaded, plugins.Single(plugin => plugin.Id == "good").State);
        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == "bad");
    }
}
