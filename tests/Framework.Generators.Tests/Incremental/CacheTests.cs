using Espalier.Framework.Generators.Tests.Harness;
using Espalier.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Espalier.Framework.Generators.Tests.Incremental;

/// <summary>The parsed classes are kept while nothing that could change them does, and no longer.</summary>
public class CacheTests
{
    private const string Library =
        """
        namespace Demo;

        internal static class Library
        {
            public const double Half = 0.5;
            public static readonly int Rows = 2;

            public static int Twice(int number) => number * 2;

            public static Tensor Act(Tensor x) => x.relu();
        }
        """;

    private static readonly SyntaxTree Model = ModelCode.Parse(ModelCode.Net(
        """
            private readonly Linear fc = Linear(4, 4);

            /// <inheritdoc/>
            public override Tensor forward(Tensor x) => Act(fc.forward(x), Library.Twice(2)) * Library.Half + Library.Rows;

            private static Tensor Act(Tensor x, int times) => Library.Act(x) * times;
        """));

    private static readonly SyntaxTree Other = ModelCode.Parse(ModelCode.Usings + Library, 1);
    private static readonly SyntaxTree Bystander = ModelCode.Parse("namespace Demo; internal sealed class Bystander { public int Count() => 1; }", 2);

    [Fact]
    public void Edit_elsewhere_asks_nothing_again()
    {
        Assert.Same(Parsed(Compilation()), Parsed(Edited(Bystander, "=> 1", "=> 2")));
        Assert.Same(Parsed(Compilation()), Parsed(Edited(Bystander, "internal", "// A comment.\ninternal")));
        Assert.Same(Parsed(Compilation()), Parsed(Edited(Bystander, "namespace Demo;", "using System;\nnamespace Demo;")));
        Assert.Same(Parsed(Compilation()), Parsed(Edited(Bystander, "public int Count()", "public long Count()")));
    }

    [Theory]
    [InlineData("0.5", "0.25")]
    [InlineData("x.relu()", "x.sigmoid()")]
    [InlineData("public static int Twice", "public static long Twice")]
    [InlineData("static readonly int Rows", "static readonly double Rows")]
    [InlineData("Tensor Act(Tensor x)", "Tensor Act(Tensor x, int n = 1)")]
    [InlineData("namespace Demo;", "#nullable disable\nnamespace Demo;")]
    public void Edit_of_what_the_model_uses_asks_again(string old, string now)
    {
        var before = Parsed(Compilation());
        Assert.NotSame(before, Parsed(Edited(Other, old, now)));
    }

    [Theory]
    [InlineData("internal sealed class Bystander", "internal static class Operators { public static Tensor relu(this Tensor x, int n) => x; } internal sealed class Bystander")]
    [InlineData("namespace Demo;", "using static System.Math;\n[assembly: System.CLSCompliant(false)]\nnamespace Demo;")]
    [InlineData("namespace Demo;", "global using Half = System.Half; namespace Demo;")]
    public void Edit_of_a_declaration_anywhere_asks_again(string old, string now)
    {
        var before = Parsed(Compilation());
        Assert.NotSame(before, Parsed(Edited(Bystander, old, now)));
    }

    [Fact]
    public void New_reference_or_option_asks_again()
    {
        var compilation = Compilation();
        var before = Parsed(compilation);
        Assert.NotSame(before, Parsed(compilation.AddReferences(MetadataReference.CreateFromFile(typeof(CacheTests).Assembly.Location))));
        Assert.NotSame(before, Parsed(compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable))));
    }

    private static CSharpCompilation Compilation() => ModelCode.Compile([Model, Other, Bystander]);

    private static CSharpCompilation Edited(SyntaxTree tree, string old, string now)
    {
        var text = tree.ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Compilation().ReplaceSyntaxTree(tree, ModelCode.Parse(text.Replace(old, now, StringComparison.Ordinal), tree == Other ? 1 : 2));
    }

    private static object Parsed(Compilation compilation)
    {
        var driver = GeneratorRun.CreateDriver().RunGenerators(compilation);
        return driver.GetRunResult().Results.Single().TrackedSteps[TrackingNames.Parsed].Single().Outputs.Single().Value;
    }
}
