using Espalier.Framework.Generators.Tests.Harness;
using Espalier.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Espalier.Framework.Generators.Tests.Incremental;

/// <summary>What runs again after an edit: no more than what the edit touches.</summary>
public class IncrementalTests
{
    private const string Members =
        """
            private readonly Linear fc = Linear(4, 4);

            /// <inheritdoc/>
            public override Tensor forward(Tensor x) => fc.forward(x).relu();
        """;

    private static readonly string Other = ModelCode.Usings +
        """
        namespace Demo;

        /// <summary>Another model.</summary>
        [PrunableModel]
        public sealed partial class Other : Module<Tensor, Tensor>
        {
            /// <summary>Makes it.</summary>
            public Other() : base("other") => RegisterComponents();

            /// <inheritdoc/>
            public override Tensor forward(Tensor x) => x.sigmoid();
        }
        """;

    private readonly CSharpCompilation compilation = ModelCode.Compile(ModelCode.Net(Members), Other);

    [Fact]
    public void First_run_computes_everything() =>
        Assert.All(Steps.Reasons(Run(), TrackingNames.Models), reason => Assert.Equal(IncrementalStepRunReason.New, reason));

    [Fact]
    public void Unrelated_file_emits_nothing_again()
    {
        var driver = Run().RunGenerators(compilation.AddSyntaxTrees(ModelCode.Parse("internal sealed class Unrelated { }", 7)));
        AssertReasons(driver, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged);
        Assert.All(Steps.OutputReasons(driver), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Edit_outside_forward_emits_nothing_again()
    {
        var driver = Edit(text => text.Replace("/// <summary>Makes it.</summary>", "/// <summary>Makes a net.</summary>", StringComparison.Ordinal));
        AssertReasons(driver, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged);
        Assert.All(Steps.OutputReasons(driver), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Moved_class_changes_no_source()
    {
        var before = Run().GetRunResult().GeneratedTrees.Select(tree => tree.ToString()).ToList();
        var driver = Edit(text => text.Replace("/// <summary>A model.</summary>", "\n\n\n// Moved down.\n/// <summary>A model.</summary>", StringComparison.Ordinal));
        AssertReasons(driver, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged);
        Assert.Equal(before, driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString()));
    }

    [Fact]
    public void Changed_forward_emits_its_model_alone()
    {
        var driver = Edit(text => text.Replace(".relu()", ".gelu()", StringComparison.Ordinal));
        AssertReasons(driver, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged);
        Assert.Single(Steps.OutputReasons(driver), reason => reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void Changed_helper_in_another_file_emits_the_model_again()
    {
        var helper = ModelCode.Parse(ModelCode.Usings + "namespace Demo; internal static class Ops { public static Tensor Act(Tensor x) => x.relu(); }", 5);
        var before = ModelCode.Compile(ModelCode.Net("public override Tensor forward(Tensor x) => Ops.Act(x);")).AddSyntaxTrees(helper);
        var driver = GeneratorRun.CreateDriver().RunGenerators(before);
        var changed = ModelCode.Parse(helper.ToString().Replace("relu", "tanh", StringComparison.Ordinal), 5);
        driver = driver.RunGenerators(before.ReplaceSyntaxTree(helper, changed));
        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(Steps.Reasons(driver, TrackingNames.Models)));
        Assert.Contains("x.tanh()", driver.GetRunResult().GeneratedTrees.Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Moved_problem_is_reported_at_its_new_place_without_new_source()
    {
        var bad = ModelCode.Parse(ModelCode.Net("public override Tensor forward(Tensor x) => x.sum().item<float>() > 0 ? x : -x;"));
        var before = ModelCode.Compile([bad]);
        var driver = GeneratorRun.CreateDriver().RunGenerators(before);
        var moved = ModelCode.Parse("// One line more.\n" + bad);
        driver = driver.RunGenerators(before.ReplaceSyntaxTree(bad, moved));
        Assert.Equal(IncrementalStepRunReason.Unchanged, Assert.Single(Steps.Reasons(driver, TrackingNames.Models)));
        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(Steps.Reasons(driver, TrackingNames.Problems)));
        Assert.Same(moved, Assert.Single(driver.GetRunResult().Diagnostics).Location.SourceTree);
    }

    private GeneratorDriver Run() => GeneratorRun.CreateDriver().RunGenerators(compilation);

    private GeneratorDriver Edit(Func<string, string> edit)
    {
        var old = compilation.SyntaxTrees[0];
        var changed = edit(old.ToString());
        Assert.NotEqual(old.ToString(), changed);
        return Run().RunGenerators(compilation.ReplaceSyntaxTree(old, ModelCode.Parse(changed)));
    }

    private static void AssertReasons(GeneratorDriver driver, params IncrementalStepRunReason[] expected) =>
        Assert.Equal(expected, Steps.Reasons(driver, TrackingNames.Models).Select(Plain));

    private static IncrementalStepRunReason Plain(IncrementalStepRunReason reason) =>
        reason == IncrementalStepRunReason.Cached ? IncrementalStepRunReason.Unchanged : reason;
}
