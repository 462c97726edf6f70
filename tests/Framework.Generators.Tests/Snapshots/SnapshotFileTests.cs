using System.Reflection;
using System.Runtime.CompilerServices;

namespace Espalier.Framework.Generators.Tests.Snapshots;

/// <summary>Every approved file belongs to a test.</summary>
public class SnapshotFileTests
{
    [Fact]
    public void Verified_file_has_a_test()
    {
        var tests = typeof(SnapshotFileTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public).Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        var files = Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetDirectoryName(ThisFile()))!, "*.verified.*", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Contains(Path.GetFileName(file).Split(".verified.")[0], tests));
    }

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
