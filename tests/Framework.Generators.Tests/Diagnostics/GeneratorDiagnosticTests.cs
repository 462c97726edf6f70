using Espalier.Framework.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Espalier.Framework.Generators.Tests.Diagnostics;

/// <summary>Each rule of the generator, where it holds and where it is broken.</summary>
public class GeneratorDiagnosticTests
{
    public static TheoryData<string, string> Broken => new()
    {
        {
            "a class that is not partial",
            Class(
                """
                [PrunableModel] public sealed class {|ESP0001:Net|} : Module<Tensor, Tensor>
                {
                    public Net() : base("")
                    {
                    }
                    public override Tensor forward(Tensor x) => x;
                }
                """)
        },
        {
            "a class around it that is not partial",
            Class(
                """
                public static class {|ESP0001:Outer|}
                {
                    [PrunableModel] public sealed partial class Net : Module<Tensor, Tensor>
                    {
                        public Net() : base("")
                        {
                        }
                        public override Tensor forward(Tensor x) => x;
                    }
                }
                """)
        },
        { "a class that is no module", Class("[PrunableModel] public sealed partial class {|ESP0002:Net|} { }") },
        {
            "a module without forward",
            Class(
                """
                [PrunableModel] public sealed partial class {|ESP0003:Net|} : Module
                {
                    public Net() : base("")
                    {
                    }
                }
                """)
        },
        {
            "a result that holds no tensors",
            Class(
                """
                [PrunableModel] public sealed partial class {|ESP0003:Net|} : Module<Tensor, int>
                {
                    public Net() : base("")
                    {
                    }
                    public override int forward(Tensor x) => 1;
                }
                """)
        },
        {
            "a file-local class",
            Class(
                """
                [PrunableModel] file sealed partial class {|ESP0003:Net|} : Module<Tensor, Tensor>
                {
                    public Net() : base("")
                    {
                    }
                    public override Tensor forward(Tensor x) => x;
                }
                """)
        },
        { "a module made in forward", Forward("return {|ESP0004:Linear(2, 2)|}.forward(x);") },
        {
            "a module made by new",
            Forward(
                """
                return {|ESP0015:{|ESP0004:new Inner()|}.forward(x)|};
                """,
                """
                private sealed class Inner : Module<Tensor, Tensor>
                {
                    public Inner() : base("")
                    {
                    }
                    public override Tensor forward(Tensor x) => x;
                }
                """)
        },
        {
            "a type of the author's that holds tensors",
            Forward(
                """
                var r = {|ESP0004:new Result(x)|};
                return r.X;
                """,
                """
                private sealed record Result(Tensor X);
                """)
        },
        { "a query", Forward("return cat(({|ESP0004:from i in new[] { x } select i|}).ToArray(), 0);") },
        { "sizes in a list pattern with constants", Forward("return {|ESP0004:x.shape|} is [1, ..] ? x : -x;") },
        {
            "a number handed to a sub-module",
            Forward(
                """
                return inner.forward(x, {|ESP0004:2|});
                """,
                """
                private readonly Inner inner = new();
                [PrunableModel, TraceWith(nameof(T))] internal sealed partial class Inner : Module<Tensor, int, Tensor>
                {
                    public Inner() : base("")
                    {
                    }
                    public override Tensor forward(Tensor x, int n) => x;
                    private SymbolicTensor T(Tracer t, SymbolicTensor x, int n) => x;
                }
                """)
        },
        { "try", Forward("{|ESP0005:try { x = x.relu(); } finally { x = -x; }|} return x;") },
        { "lock", Forward("{|ESP0005:lock (this) { x = x.relu(); }|} return x;") },
        { "no_grad", Forward("using ({|ESP0005:no_grad()|}) { x = x.relu(); } return x;") },
        { "no_grad as a declaration", Forward("using var off = {|ESP0005:torch.no_grad()|}; return x;") },
        { "a function without symbolic form", Forward("return {|ESP0006:linalg.pinv(x)|};") },
        { "a method without symbolic form", Forward("return {|ESP0006:x.median()|};") },
        { "a method in place without symbolic form", Forward("return {|ESP0006:x.xlogy_(x)|};") },
        { "an element assigned", Forward("{|ESP0006:x[0] = x[1]|}; return x;") },
        { "item in a condition", Forward("if ({|ESP0007:x.sum().item<float>()|} > 0) { return -x; } return x;") },
        { "a cast to a number", Forward("return {|ESP0007:(bool)(x.sum() > 0)|} ? x : -x;") },
        { "a conversion to a number", Forward("return x * {|ESP0007:x.sum().ToSingle()|};") },
        { "a readonly size", Forward("return x.reshape(-1, heads);", "private readonly int {|ESP0009:heads|} = 2;") },
        { "an init-only size", Forward("return x.reshape(-1, Heads);", "internal int {|ESP0009:Heads|} { get; init; } = 2;") },
        { "forward that calls itself", Forward("return {|ESP0010:forward(x)|};") },
        { "a helper that calls itself", Forward("return Again(x);", "private Tensor Again(Tensor x) => {|ESP0010:Again(x.relu())|};") },
        { "a delegate in a field", Forward("return {|ESP0011:act(x)|};", "private readonly Func<Tensor, Tensor> act = x => x;") },
        {
            "a method of another object",
            Forward(
                """
                return {|ESP0011:other.Apply(x)|};
                """,
                """
                private readonly Other other = new();
                private sealed class Other
                {
                    public Tensor Apply(Tensor x) => x;
                }
                """)
        },
        { "a field assigned", Forward("{|ESP0012:cache|} = x; return x;", "private Tensor? cache;") },
        { "a counter", Forward("{|ESP0012:calls|}++; return x;", "private int calls;") },
        {
            "a trace that does not exist",
            Forward(
                """
                return Clever(x);
                """,
                """
                [{|ESP0013:TraceWith("Nowhere")|}] private Tensor Clever(Tensor x) => x;
                """)
        },
        {
            "a trace without a tracer",
            Forward(
                """
                return Clever(x);
                """,
                """
                [{|ESP0013:TraceWith(nameof(Wrong))|}] private Tensor Clever(Tensor x) => x;
                private SymbolicTensor Wrong(SymbolicTensor x) => x;
                """)
        },
        {
            "a sub-module without annotation",
            Forward(
                """
                return {|ESP0015:inner.forward(x)|};
                """,
                """
                private readonly Inner inner = new();
                private sealed class Inner : Module<Tensor, Tensor>
                {
                    public Inner() : base("")
                    {
                    }
                    public override Tensor forward(Tensor x) => x;
                }
                """)
        },
        { "a 0 that is an enum and not a dimension", Forward("return x.sum({|ESP0025:0|}) + torch.prod(x, {|ESP0025:None|});", "private const int None = 0;") },
        {
            "a sub-module without annotation that may be missing",
            Forward(
                """
                return inner?{|ESP0015:.forward(x)|} ?? x;
                """,
                """
                private readonly Inner? inner = new();
                private sealed class Inner : Module<Tensor, Tensor>
                {
                    public Inner() : base("")
                    {
                    }
                    public override Tensor forward(Tensor x) => x;
                }
                """)
        },
    };

    public static TheoryData<string, string> Kept => new()
    {
        { "ESP0001", "public override Tensor forward(Tensor x) => x;" },
        { "ESP0002, ESP0003", "public override Tensor forward(Tensor x) => x.relu();" },
        { "ESP0004", "private readonly Linear fc = Linear(2, 2); public override Tensor forward(Tensor x) => fc.forward(x);" },
        {
            "ESP0005",
            """
            public override Tensor forward(Tensor x)
            {
                using (NewDisposeScope())
                {
                    return x.detach().MoveToOuterDisposeScope();
                }
            }
            """
        },
        { "ESP0006", "public override Tensor forward(Tensor x) => cat([x[1..], x[..1]], 0);" },
        { "ESP0007", "public override Tensor forward(Tensor x) => where(x > 0, x, -x) * x.shape[0];" },
        {
            "ESP0009",
            """
            private int heads = 2;
            private readonly int depth = 2;
            public override Tensor forward(Tensor x) => depth > 1 ? x.reshape(-1, heads).flatten(depth) : x;
            """
        },
        {
            "ESP0010",
            """
            public override Tensor forward(Tensor x) => Again(x, 3);
            private Tensor Again(Tensor x, int n) => n == 0 ? x : Again(x.relu(), n - 1);
            """
        },
        {
            "ESP0011",
            """
            public override Tensor forward(Tensor x)
            {
                Func<Tensor, Tensor> f = y => y.relu();
                return f(Apply(x));
            }
            private static Tensor Apply(Tensor x) => x;
            """
        },
        { "ESP0012", "public override Tensor forward(Tensor x) { var cache = x; var calls = 0; calls++; return cache + calls; }" },
        {
            "ESP0013",
            """
            public override Tensor forward(Tensor x) => A(x);
            [TraceWith(nameof(T))] private Tensor A(Tensor x) => x;
            private SymbolicTensor T(Tracer t, SymbolicTensor x) => x;
            """
        },
        { "ESP0025", "public override Tensor forward(Tensor x) => x.sum(dim: 0) + x.sum(0L) + x.sum(ScalarType.Byte) + x.sum(1) + x.div(x, 0);" },
        {
            "ESP0015",
            """
            private readonly Inner inner = new();
            public override Tensor forward(Tensor x) => inner.forward(x);
            [PrunableModel] internal sealed partial class Inner : Module<Tensor, Tensor>
            {
                public Inner() : base("")
                {
                }
                public override Tensor forward(Tensor x) => x;
            }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Broken_rule_is_reported_at_its_place(string what, string marked)
    {
        var markup = Markup.Parse(marked);
        var run = GeneratorRun.Of(markup.Source);
        markup.AssertReported(run.Diagnostics);
        Assert.NotEmpty(what);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Source_around_a_problem_still_compiles(string what, string marked)
    {
        var run = GeneratorRun.Of(Markup.Parse(marked).Source);
        var written = run.Output.SyntaxTrees.First();
        Assert.DoesNotContain(run.Output.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error && d.Location.SourceTree != written);
        Assert.NotEmpty(what);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Pragma_suppresses_the_problem(string what, string marked)
    {
        var markup = Markup.Parse(marked);
        var ids = string.Join(", ", markup.Expected.Select(e => e.Id).Distinct());
        var run = GeneratorRun.Of($"#pragma warning disable {ids}\n{markup.Source}");
        Assert.True(run.Diagnostics.All(d => d.IsSuppressed), string.Join("\n", run.Diagnostics));
        Assert.NotEmpty(what);
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void Kept_rule_is_not_reported(string rule, string members)
    {
        GeneratorRun.Of(ModelCode.Net(members)).AssertClean();
        Assert.NotEmpty(rule);
    }

    [Fact]
    public void Code_that_does_not_compile_is_left_to_the_compiler() =>
        Assert.Empty(GeneratorRun.Of(Forward("return unknown.forward(x.nothing(y)) + Missing(x);")).Diagnostics);

    [Fact]
    public void Without_the_framework_nothing_happens()
    {
        var compilation = ModelCode.Compile(ModelCode.Net("public override Tensor forward(Tensor x) => x;"));
        var without = compilation.WithReferences(
            References.All.Where(r => !r.Display!.EndsWith("Espalier.Framework.dll", StringComparison.Ordinal)));
        var run = GeneratorRun.Of(without);
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Sources);
    }

    private static string Class(string declaration) => ModelCode.Usings + "namespace Demo;\n" + declaration;

    private static string Forward(string body, string members = "") =>
        ModelCode.Net($"    {members}\n    public override Tensor forward(Tensor x) {{ {body} }}");
}
