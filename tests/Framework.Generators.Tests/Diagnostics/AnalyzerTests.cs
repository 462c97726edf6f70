using Espalier.Framework.Generators.Tests.Harness;

namespace Espalier.Framework.Generators.Tests.Diagnostics;

/// <summary>The rules that analyzers check.</summary>
public class AnalyzerTests
{
    [Theory]
    [InlineData(
        """
        [PrunableModel]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear {|ESP0008:fc|} = Linear(2, 2);
            private readonly Parameter {|ESP0008:bias|} = Parameter(zeros(2));
            private readonly Tensor constant = zeros(2);
            private static readonly Linear Shared = Linear(2, 2);

            public Net() : base("net") { }

            public override Tensor forward(Tensor x) => fc.forward(x) + bias + constant;
        }
        """)]
    [InlineData(
        """
        [PrunableModel]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly List<Linear> {|ESP0008:list|} = [];
            private readonly Dictionary<string, Module<Tensor, Tensor>> {|ESP0008:named|} = [];
            private readonly Parameter[] {|ESP0008:array|} = [];
            private readonly ModuleList<Linear> good = new();
            private readonly Func<Linear> factory = () => Linear(2, 2);
            private Linear {|ESP0008:Property|} { get; } = Linear(2, 2);

            public Net() : base("net") => RegisterComponents();

            public override Tensor forward(Tensor x) => x;
        }
        """)]
    [InlineData(
        """
        [PrunableModel]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(2, 2);

            public Net() : base("net") => register_module("first", fc);

            public override Tensor forward(Tensor x) => fc.forward(x);
        }

        public sealed class NotAnnotated : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(2, 2);

            public NotAnnotated() : base("net") { }

            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """)]
    [InlineData(
        """
        [PrunableModel]
        public partial class Net : Module<Tensor, Tensor>
        {
            public Net() : base("net") => RegisterComponents();

            public override Tensor forward(Tensor x) => Act(x);

            protected virtual Tensor Act(Tensor x) => x;

            public override string ToString() => "net";
        }

        public class {|ESP0014:Other|} : Net
        {
            protected override Tensor Act(Tensor x) => x.relu();
        }

        public class {|ESP0014:Next|} : Other
        {
            public override Tensor forward(Tensor x) => x;
        }

        [PrunableModel]
        public partial class Annotated : Net
        {
            protected override Tensor Act(Tensor x) => x.relu();
        }

        public class NothingChanged : Net
        {
            public override string ToString() => "nothing";
        }
        """)]
    public async Task Problems_are_reported_at_their_places(string marked)
    {
        var markup = Markup.Parse(ModelCode.Usings + "namespace Demo;\n" + marked);
        markup.AssertReported(await Analyzers.RunAsync(markup.Source));
        if (markup.Expected.Count > 0)
        {
            var silenced = await Analyzers.RunAsync($"#pragma warning disable ESP0008, ESP0014\n{markup.Source}");
            Assert.Empty(silenced.Where(d => !d.IsSuppressed));
        }
    }
}
