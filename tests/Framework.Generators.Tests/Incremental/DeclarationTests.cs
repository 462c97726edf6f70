using Espalier.Framework.Generators.Tests.Harness;
using Espalier.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Espalier.Framework.Generators.Tests.Incremental;

/// <summary>
/// What a new declaration in a file that the model does not know does to the model. Each time the trace is compared with the one that a generator
/// writes that has never seen the project before.
/// </summary>
public class DeclarationTests
{
    private const string Members =
        """
            private readonly Linear fc = Linear(4, 4);

            /// <inheritdoc/>
            public override Tensor forward(Tensor x) => Hidden(fc.forward(x), 1);

            private Tensor Hidden(Tensor x, int times) => Ops.Act(x, times).Again() * Scale.Value + Ops.Make().Of(Ops.Make().As(Ops.Scaled(x, Ops.Make())));
        """;

    private const string Library =
        """
        using TorchSharp;
        using Lib;
        using static TorchSharp.torch;

        namespace Lib
        {
            internal static class Scale
            {
                public const double Value = 0.5;
            }

            internal static class Extensions
            {
                public static Tensor Again(this Tensor x) => x.relu();
            }

            internal sealed class Widget
            {
            }

            internal class Net0 : nn.Module<Tensor, Tensor>
            {
                public Net0() : base("net") { }

                public override Tensor forward(Tensor x) => x;
            }
        }

        namespace Demo
        {
            internal interface IThing
            {
            }

            internal static partial class Ops
            {
                public const double Half = Numbers.Half;

                public static Tensor Act(Tensor x, double times, double half = Half) => x * times * half;

                public static Tensor Scaled(Tensor x, object scale) => x.abs();

                public static Tensor Scaled(Tensor x, double scale) => x * scale;

                public static Widget Make() => new();

                public static Tensor Of(this object widget, Tensor x) => x.sigmoid();

                public static Tensor Of(this Widget widget, Tensor x) => x.tanh();

                public static Tensor As(this object widget, Tensor x) => x.gelu();

                public static Tensor As(this IThing widget, Tensor x) => x.silu();
            }
        }
        """;

    private const string Elsewhere =
        """
        namespace Demo
        {
            internal static class Numbers
            {
                public const double Half = 0.5;
            }

            internal sealed class Bystander
            {
                private readonly int count = 1;

                public int Total() => count;
            }
        }
        """;

    private static readonly SyntaxTree Model = ModelCode.Parse(ModelCode.Net(Members).Replace("namespace Demo;", "using Lib;\nnamespace Demo;", StringComparison.Ordinal));
    private static readonly SyntaxTree Used = ModelCode.Parse(Library, 1);
    private static readonly SyntaxTree Other = ModelCode.Parse(Elsewhere, 2);

    /// <summary>New code after a piece of the old, which changes what the model means.</summary>
    public static TheoryData<string, string, string> Relevant => new()
    {
        { "overload", "namespace Demo\n{", "internal static partial class Ops { public static TorchSharp.torch.Tensor Act(TorchSharp.torch.Tensor x, int times) => x.exp(); }" },
        { "nearer extension", "namespace Demo\n{", "internal static class Nearer { public static TorchSharp.torch.Tensor Again(this TorchSharp.torch.Tensor x) => x.exp(); }" },
        { "nearer type", "namespace Demo\n{", "internal static class Scale { public const double Value = 2; }" },
        { "alias", "", "global using Scale = Demo.Numbers;" },
        { "type that only a declaration names", "namespace Demo\n{", "internal sealed class Widget { }" },
        { "nested type", "namespace Demo\n{", "internal static partial class Ops { internal sealed class Widget { } }" },
        { "constant behind a default value", "namespace Demo\n{", "internal static partial class Ops { private static class Numbers { public const double Half = 4; } }" },
        { "member of the class", "namespace Demo\n{", "public sealed partial class Net { private TorchSharp.torch.Tensor Hidden(TorchSharp.torch.Tensor x, short times) => x; private static class Scale { public const short Value = 1; } }" },
        { "sub-module in another part", "namespace Demo\n{", "public sealed partial class Net { private readonly TorchSharp.Modules.Linear more = TorchSharp.torch.nn.Linear(4, 4); }" },
        { "name that the trace would have", "namespace Demo\n{", "public sealed partial class Net { private static int TraceHidden => 1; }" },
    };

    /// <summary>New code after a piece of the old, which is no business of the model's.</summary>
    public static TheoryData<string, string, string> Irrelevant => new()
    {
        { "method", "class Bystander\n    {", "public int Fresh() => 1;" },
        { "static method", "class Numbers\n    {", "public static int Fresh(object x) => 1;" },
        { "constant", "class Numbers\n    {", "public const int Fresh = 1;" },
        { "field and property", "class Bystander\n    {", "private readonly object? fresh; public object? Fresh => fresh;" },
        { "constructor", "class Bystander\n    {", "public Bystander(int count) => this.count = count;" },
        { "foreach over it", "class Bystander\n    {", "public System.Collections.IEnumerator GetEnumerator() { yield break; }" },
        { "class", "namespace Demo\n{", "internal sealed class Fresh : System.IDisposable { public void Dispose() { } }" },
        { "extension", "namespace Demo\n{", "internal static class Fresh { public static object Untold(this object x) => x; }" },
        { "namespace", "", "namespace Fresh { internal sealed class Other { } }" },
        { "attribute", "= 0.5;\n    }", "[System.Serializable]" },
        { "using in a namespace of its own", "", "namespace Fresh { using System; internal sealed class Other : Exception { } }" },
        { "half a word", "class Bystander\n    {", "pub" },
        { "half a method", "class Bystander\n    {", "public int Fresh(" },
    };

    /// <summary>New code after a piece of the old, which may be the model's business in ways that no name tells.</summary>
    public static TheoryData<string, string, string> Feared => new()
    {
        { "deconstruction", "namespace Demo\n{", "internal static class Fresh { public static void Deconstruct(this object x, out int a, out int b) => a = b = 1; }" },
        { "foreach", "namespace Demo\n{", "internal static class Fresh { public static System.Collections.IEnumerator GetEnumerator(this object x) { yield break; } }" },
        { "type of the compiler's", "", "namespace System { internal struct Fresh { } }" },
        { "type of the translation's", "", "namespace Espalier.Symbolic.Fresh { internal struct Fresh { } }" },
        { "global using", "", "global using System;" },
        { "attribute of the assembly", "", "[assembly: System.CLSCompliant(false)]" },
    };

    [Theory]
    [MemberData(nameof(Relevant))]
    public void New_declaration_that_matters_is_translated(string what, string after, string code)
    {
        var before = Run(Compilation());
        var now = Edited(after, code);
        var driver = before.RunGenerators(now);
        Assert.NotEqual(Text(before), Text(driver));
        Assert.Equal(Text(Run((CSharpCompilation)ModelCode.Reparsed(now))), Text(driver));
        Assert.NotEmpty(what);
    }

    [Theory]
    [MemberData(nameof(Irrelevant))]
    public void New_declaration_that_does_not_matter_asks_nothing_again(string what, string after, string code)
    {
        var before = Run(Compilation());
        var now = Edited(after, code);
        var driver = Run(now);
        Assert.Same(Parsed(before), Parsed(driver));
        Assert.Equal(Text(Run((CSharpCompilation)ModelCode.Reparsed(now))), Text(driver));
        Assert.NotEmpty(what);
    }

    [Theory]
    [MemberData(nameof(Feared))]
    public void New_declaration_that_has_no_name_to_go_by_asks_again(string what, string after, string code)
    {
        var before = Run(Compilation());
        Assert.NotSame(Parsed(before), Parsed(Run(Edited(after, code))));
        Assert.NotEmpty(what);
    }

    [Theory]
    [InlineData("Half = 0.5", "Half = 0.25")]
    [InlineData("class Numbers", "class Digits")]
    public void Changed_constant_that_only_a_declaration_names_is_translated(string old, string now)
    {
        var before = Run(Compilation());
        var driver = before.RunGenerators(Compilation().ReplaceSyntaxTree(Other, Replaced(Other, old, now, 2)));
        Assert.NotEqual(Text(before), Text(driver));
    }

    [Theory]
    [InlineData("class Widget", "class Widget : Demo.IThing")]
    [InlineData("class Widget\n    {", "class Widget\n    {\n public static implicit operator double(Widget widget) => 1;")]
    [InlineData("Again(this Tensor x)", "Again(this object x)")]
    public void Changed_type_that_the_model_never_names_is_translated(string old, string now)
    {
        var widget = ModelCode.Parse(Library[..Library.IndexOf("namespace Demo", StringComparison.Ordinal)], 3);
        var rest = ModelCode.Parse("using TorchSharp;\nusing Lib;\nusing static TorchSharp.torch;\n" + Library[Library.IndexOf("namespace Demo", StringComparison.Ordinal)..], 1);
        var compilation = ModelCode.Compile([Model, rest, Other, widget]);
        var before = Run(compilation);
        var edited = compilation.ReplaceSyntaxTree(widget, Replaced(widget, old, now, 3));
        var driver = before.RunGenerators(edited);
        Assert.NotEqual(Text(before), Text(driver));
        Assert.Equal(Text(Run((CSharpCompilation)ModelCode.Reparsed(edited))), Text(driver));
    }

    [Fact]
    public void Edits_one_after_another_lose_nothing()
    {
        var driver = Run(Compilation());
        var text = Elsewhere;
        var tree = Other;
        var compilation = Compilation();
        foreach (var (after, code) in Irrelevant.Concat(Relevant).Where(row => ((string)row[1]).Length > 0 && !((string)row[0]).StartsWith("half", StringComparison.Ordinal))
            .Select((row, i) => ((string)row[1], ((string)row[2]).Replace("Fresh", $"Fresh{i}", StringComparison.Ordinal).Replace("fresh", $"fresh{i}", StringComparison.Ordinal))))
        {
            text = text.Replace(after, after + "\n" + code, StringComparison.Ordinal);
            var next = ModelCode.Parse(text, 2);
            compilation = compilation.ReplaceSyntaxTree(tree, next);
            tree = next;
            driver = driver.RunGenerators(compilation);
            Assert.Equal(Text(Run((CSharpCompilation)ModelCode.Reparsed(compilation))), Text(driver));
        }
    }

    private static CSharpCompilation Compilation() => ModelCode.Compile([Model, Used, Other]);

    private static CSharpCompilation Edited(string after, string code) => Compilation().ReplaceSyntaxTree(
        Other, after.Length == 0 ? ModelCode.Parse(code + "\n" + Elsewhere, 2) : Replaced(Other, after, after + "\n" + code, 2));

    private static SyntaxTree Replaced(SyntaxTree tree, string old, string now, int number)
    {
        Assert.Contains(old, tree.ToString(), StringComparison.Ordinal);
        return ModelCode.Parse(tree.ToString().Replace(old, now, StringComparison.Ordinal), number);
    }

    private static GeneratorDriver Run(CSharpCompilation compilation) => GeneratorRun.CreateDriver().RunGenerators(compilation);

    private static string Text(GeneratorDriver driver) => string.Join("\n", driver.GetRunResult().GeneratedTrees)
        + string.Join("\n", driver.GetRunResult().Diagnostics);

    private static object Parsed(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().TrackedSteps[TrackingNames.Parsed].Single().Outputs.Single().Value;
}
