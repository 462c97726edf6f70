using Espalier.Framework.Generators.Tests.Harness;

namespace Espalier.Framework.Generators.Tests.Plugins;

/// <summary>What the plugin generators report, and where.</summary>
public class PluginDiagnosticTests
{
    private const string Criterion =
        """

        internal abstract class Base : IImportanceCriterion
        {
            public string Name => "";

            public CriterionNeeds Needs => CriterionNeeds.None;

            public IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context) => [];
        }
        """;

    [Theory]
    [InlineData("[PluginOptions] public record {|ESP0017:Open|};")]
    [InlineData("[PluginOptions] public sealed class {|ESP0017:Plain|};")]
    [InlineData("[PluginOptions] public sealed record {|ESP0017:Positional|}(int A);")]
    [InlineData("[PluginOptions] public sealed record {|ESP0017:Generic|}<T>;")]
    [InlineData("public static class Outer { [PluginOptions] public sealed record {|ESP0017:Nested|}; }")]
    [InlineData("[PluginOptions] file sealed record {|ESP0017:Local|};")]
    [InlineData("[PluginOptions] public sealed record Good { public int A { get; init; } }")]
    public void Record_that_cannot_be_made(string source) => Check(source);

    [Theory]
    [InlineData("public decimal {|ESP0018:A|} { get; init; }")]
    [InlineData("public object? {|ESP0018:A|} { get; init; }")]
    [InlineData("public List<int> {|ESP0018:A|} { get; init; } = [];")]
    [InlineData("public IReadOnlyDictionary<int, int> {|ESP0018:A|} { get; init; } = new Dictionary<int, int>();")]
    [InlineData("public Part<IDisposable>? {|ESP0018:A|} { get; init; }")]
    [InlineData("public AttributeTargets {|ESP0018:A|} { get; init; }")]
    [InlineData("public int A { get; } public decimal B => 1; public static object? C { get; set; } internal IReadOnlyList<int[]> D { get; init; } = [];")]
    public void Option_of_an_unknown_type(string member) =>
        Check($$"""[PluginOptions] public sealed record Options { {{member}} }""");

    [Theory]
    [InlineData("[PluginOptions] public sealed record A { public A? {|ESP0018:Self|} { get; init; } }")]
    [InlineData(
        """
        [PluginOptions] public sealed record A { public B {|ESP0018:Inner|} { get; init; } = new(); }
        [PluginOptions] public sealed record B { public IReadOnlyList<A> {|ESP0018:Outer|} { get; init; } = []; }
        [PluginOptions] public sealed record C { public A Inner { get; init; } = new(); }
        """)]
    public void Record_within_itself(string source) => Check(source);

    [Theory]
    [InlineData("[Option(Min = 1)] public string {|ESP0019:A|} { get; init; } = \"\";")]
    [InlineData("[Option(IsPath = true)] public int {|ESP0019:A|} { get; init; }")]
    [InlineData("[Option(IsPath = true)] public string[] A { get; init; } = [];")]
    [InlineData("[Option(Min = 2, Max = 1)] public int {|ESP0019:A|} { get; init; } = 2;")]
    [InlineData("[Option(Min = 1)] public int {|ESP0019:A|} { get; init; } = 0;")]
    [InlineData("[Option(Name = \"Big One\")] public int {|ESP0019:A|} { get; init; }")]
    [InlineData("public int A { get; init; } [Option(Name = \"a\")] public int {|ESP0019:B|} { get; init; }")]
    [InlineData("[Option(Shorthand = true)] public int A { get; init; } [Option(Shorthand = true)] public int {|ESP0019:B|} { get; init; }")]
    [InlineData("[Option(Shorthand = true)] public Dictionary<string, int> {|ESP0019:A|} { get; init; } = [];")]
    [InlineData("[Option(Min = 0, Max = 1, ExclusiveMax = true, Shorthand = true)] public double[] A { get; init; } = [];")]
    public void Option_that_contradicts_itself(string member) => Check($$"""[PluginOptions] public sealed record Options { {{member}} }""");

    [Theory]
    [InlineData("[PluginPart(\"a\")] internal sealed class {|ESP0020:A|};")]
    [InlineData("[PluginPart(\"a\")] internal abstract class {|ESP0023:{|ESP0020:A|}|} : Base, ISparsityPattern;")]
    [InlineData("[{|ESP0021:PluginPart(\"Big\")|}] internal sealed class A : Base;")]
    [InlineData("[{|ESP0021:PluginPart(\"\")|}] internal sealed class A : Base;")]
    [InlineData("[PluginPart(\"2:4\")] internal sealed class A : Base;")]
    [InlineData("[PluginPart(\"a\")] internal sealed class A : Base; [PluginPart(\"a\")] internal sealed class {|ESP0022:B|} : Base;")]
    public void Part_without_contract_or_name(string source) => Check(source + Criterion, compiles: false);

    [Theory]
    [InlineData("[PluginPart(\"a\")] internal sealed class A(int {|ESP0023:number|}) : Base { public int Number => number; }")]
    [InlineData("[PluginPart(\"a\")] internal sealed class A(IServiceProvider {|ESP0023:services|}) : Base { public object Services => services; }")]
    [InlineData("[PluginPart(\"a\")] internal sealed class {|ESP0023:A|} : Base { internal A() { } internal A(PluginContext context) { } }")]
    [InlineData("[PluginPart(\"a\")] internal sealed class {|ESP0023:A|} : Base { private A() { } }")]
    [InlineData("[PluginPart(\"a\")] internal sealed class {|ESP0023:A|}<T> : Base;")]
    [InlineData("[PluginService] internal sealed class {|ESP0023:S|}(T t) { public T T => t; } [PluginService] internal sealed class {|ESP0023:T|}(S s) { public S S => s; }")]
    [InlineData("[PluginService] internal sealed class S(O {|ESP0023:options|}) { public O O => options; } [PluginOptions] internal sealed record O;")]
    [InlineData("[PluginPart(\"a\")] internal sealed class A(O options, O {|ESP0023:more|}) : Base { public O O => options ?? more; } [PluginOptions] internal sealed record O;")]
    public void Part_that_cannot_be_made(string source) => Check(source + Criterion);

    private static void Check(string source, bool compiles = true)
    {
        var markup = Markup.Parse(PluginRun.Usings + source);
        var run = PluginRun.Of(ModelCode.Compile([ModelCode.Parse(markup.Source)]));
        markup.AssertReported(run.Diagnostics);
        if (compiles && markup.Expected.Count == 0)
        {
            run.AssertClean();
        }
    }
}
