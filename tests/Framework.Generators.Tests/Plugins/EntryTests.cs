using Espalier.Framework.Generators.Tests.Snapshots;

namespace Espalier.Framework.Generators.Tests.Plugins;

/// <summary>What is generated for a plugin's parts.</summary>
public class EntryTests
{
    internal const string Plugin =
        """
        namespace Demo;

        [PluginOptions]
        internal sealed record NormOptions
        {
            public double P { get; init; } = 2;
        }

        [PluginService]
        internal sealed class Cache(PluginContext context, Index index) : IDisposable
        {
            public string Name => context.Id + index;

            public void Dispose() { }
        }

        [PluginService]
        internal sealed class Index;

        /// <summary>Scores by a norm of the weights.</summary>
        [PluginPart("norm")]
        internal sealed class Norm(Cache cache, NormOptions options, PluginContext context) : Base
        {
            public override string Name => cache.Name + options.P + context.Id;
        }

        /// <summary>Scores at random.</summary>
        [PluginPart("random")]
        internal sealed class Random : Base
        {
            public override string Name => "random";
        }

        internal abstract class Base : IImportanceCriterion
        {
            public abstract string Name { get; }

            public CriterionNeeds Needs => CriterionNeeds.None;

            public IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context) => [];
        }
        """;

    [Fact]
    public void Parts_and_services() => Snapshot.Verify(PluginRun.Of(Plugin).AssertClean().Sources["PluginEntry.g.cs"]);

    [Fact]
    public void Assembly_without_parts_has_no_entry() => Assert.DoesNotContain("PluginEntry.g.cs", PluginRun.Of(BindingTests.Everything).Sources.Keys);

    [Fact]
    public void Order_of_files_does_not_matter()
    {
        var second = Plugin.Replace("namespace Demo;", "namespace Other;", StringComparison.Ordinal)
            .Replace("\"norm\"", "\"another\"", StringComparison.Ordinal).Replace("\"random\"", "\"chance\"", StringComparison.Ordinal);
        var forwards = PluginRun.Of(Plugin, second).AssertClean().Sources;
        var backwards = PluginRun.Of(second, Plugin).AssertClean().Sources;
        Assert.Equal(forwards.OrderBy(s => s.Key, StringComparer.Ordinal), backwards.OrderBy(s => s.Key, StringComparer.Ordinal));
    }
}
