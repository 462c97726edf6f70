using Espalier.Framework.Generators.Tests.Harness;
using Espalier.Generators.Plugins;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Espalier.Framework.Generators.Tests.Plugins;

/// <summary>What runs again after an edit: no more than what the edit touches.</summary>
public class PluginIncrementalTests
{
    private readonly CSharpCompilation compilation = PluginRun.Compile(EntryTests.Plugin, BindingTests.Everything.Replace("namespace Demo;", "namespace Other;", StringComparison.Ordinal));

    [Fact]
    public void Unrelated_file_emits_nothing_again() =>
        AssertNothingWritten(PluginRun.CreateDriver().RunGenerators(compilation)
            .RunGenerators(compilation.AddSyntaxTrees(ModelCode.Parse("internal sealed class Unrelated { }", 7))));

    [Fact]
    public void Edit_of_a_body_emits_nothing_again() => AssertNothingWritten(Edit("cache.Name + options.P + context.Id", "context.Id + cache.Name + options.P"));

    [Fact]
    public void Moved_classes_emit_nothing_again() => AssertNothingWritten(Edit("namespace Demo;", "namespace Demo;\n\n// A line more."));

    [Fact]
    public void Changed_default_emits_its_record_alone() => Assert.Single(
        PluginRun.OutputReasons(Edit("public double P { get; init; } = 2;", "public double P { get; init; } = 1;")),
        reason => reason == IncrementalStepRunReason.Modified);

    [Fact]
    public void Renamed_part_emits_the_entry_alone()
    {
        var driver = Edit("PluginPart(\"norm\")", "PluginPart(\"lp\")");
        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(PluginRun.Reasons(driver, PluginSteps.Entry)));
        Assert.Single(PluginRun.OutputReasons(driver), reason => reason == IncrementalStepRunReason.Modified);
    }

    private static void AssertNothingWritten(GeneratorDriver driver) =>
        Assert.All(PluginRun.OutputReasons(driver), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));

    private GeneratorDriver Edit(string old, string now)
    {
        var tree = compilation.SyntaxTrees[0];
        var text = tree.ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        return PluginRun.CreateDriver().RunGenerators(compilation)
            .RunGenerators(compilation.ReplaceSyntaxTree(tree, ModelCode.Parse(text.Replace(old, now, StringComparison.Ordinal))));
    }
}
