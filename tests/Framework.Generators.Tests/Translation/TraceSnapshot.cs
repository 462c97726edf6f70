using System.Runtime.CompilerServices;
using Espalier.Framework.Generators.Tests.Harness;
using Espalier.Framework.Generators.Tests.Snapshots;

namespace Espalier.Framework.Generators.Tests.Translation;

/// <summary>Compares generated code, which must compile cleanly, with its approved text.</summary>
internal static class TraceSnapshot
{
    /// <summary>The trace of a model called Net with these members.</summary>
    public static void OfNet(string members, [CallerFilePath] string file = "", [CallerMemberName] string method = "") =>
        Of([ModelCode.Net(members)], file, method);

    /// <summary>The traces of the models in these files.</summary>
    public static void OfFiles(string[] bodies, [CallerFilePath] string file = "", [CallerMemberName] string method = "") =>
        Of([.. bodies.Select(body => ModelCode.Usings + body)], file, method);

    private static void Of(string[] sources, string file, string method)
    {
        var run = GeneratorRun.Of(sources).AssertClean();
        var text = string.Join("\n", run.Sources.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"//// {s.Key}\n{s.Value}"));
        Snapshot.Verify(text, "cs", file, method);
    }
}
