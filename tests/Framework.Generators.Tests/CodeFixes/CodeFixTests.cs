using Espalier.Framework.Generators.Tests.Harness;
using Espalier.Framework.Generators.Tests.Snapshots;
using Espalier.Generators.CodeFixes;

namespace Espalier.Framework.Generators.Tests.CodeFixes;

/// <summary>Code fixes, alone and for a whole document.</summary>
public class CodeFixTests
{
    private const string NotPartial =
        """
        public class Outer
        {
            [PrunableModel]
            public sealed class A : Module<Tensor, Tensor>
            {
                public A() : base("a") => RegisterComponents();

                public override Tensor forward(Tensor x) => x;
            }
        }

        [PrunableModel]
        internal sealed class B : Module<Tensor, Tensor>
        {
            public B() : base("b") => RegisterComponents();

            public override Tensor forward(Tensor x) => x;
        }
        """;

    private const string NotRegistered =
        """
        [PrunableModel]
        public sealed partial class A : Module<Tensor, Tensor>
        {
            private readonly Linear fc1 = Linear(2, 2);
            private readonly Linear fc2 = Linear(2, 2);

            public A() : this(2)
            {
            }

            public A(int width) : base("a")
            {
                fc1 = Linear(width, 2);
            }

            public override Tensor forward(Tensor x) => fc2.forward(fc1.forward(x));
        }

        [PrunableModel]
        public sealed partial class B : Module<Tensor, Tensor>
        {
            private readonly Linear fc;

            public B() : base("b") => fc = Linear(2, 2);

            public override Tensor forward(Tensor x) => fc.forward(x);
        }
        """;

    private const string NotAnnotated =
        """
        [PrunableModel]
        public partial class A : Module<Tensor, Tensor>
        {
            private readonly Outer.Inner first = new(), second = new();
            private readonly Other? other = null;

            public A() : base("a") => RegisterComponents();

            public override Tensor forward(Tensor x)
            {
                x = other?.forward(x) ?? x;
                return second.forward(first.forward(x));
            }
        }

        /// <summary>Holds the module.</summary>
        public static class Outer
        {
            /// <summary>The module.</summary>
            public sealed class Inner : Module<Tensor, Tensor>
            {
                public Inner() : base("inner")
                {
                }

                public override Tensor forward(Tensor x) => x;
            }
        }

        public sealed class Other : Module<Tensor, Tensor>
        {
            public Other() : base("other")
            {
            }

            public override Tensor forward(Tensor x) => x;
        }
        """;

    private const string Derived =
        """
        [PrunableModel]
        public partial class A : Module<Tensor, Tensor>
        {
            public A() : base("a") => RegisterComponents();

            public override Tensor forward(Tensor x) => x;
        }

        public class B : A
        {
            public override Tensor forward(Tensor x) => -x;
        }
        """;

    [Fact]
    public async Task Class_is_made_partial() =>
        Verify(await FixRun.OneAsync(new MakePartialCodeFix(), Source(NotPartial)));

    [Fact]
    public async Task All_classes_are_made_partial() =>
        Verify(await FixRun.AllAsync(new MakePartialCodeFix(), Source(NotPartial), nameof(MakePartialCodeFix)));

    [Fact]
    public async Task Components_are_registered() =>
        Verify(await FixRun.OneAsync(new RegisterComponentsCodeFix(), Source(NotRegistered)));

    [Fact]
    public async Task All_components_are_registered() =>
        Verify(await FixRun.AllAsync(new RegisterComponentsCodeFix(), Source(NotRegistered), nameof(RegisterComponentsCodeFix)));

    [Fact]
    public async Task Sub_module_is_annotated() =>
        Verify(await FixRun.OneAsync(new AnnotateCodeFix(), Source(NotAnnotated), "PrunableModel"));

    [Fact]
    public async Task Sub_module_is_closed() =>
        Verify(await FixRun.OneAsync(new AnnotateCodeFix(), Source(NotAnnotated), "Opaque"));

    [Fact]
    public async Task All_sub_modules_are_annotated() =>
        Verify(await FixRun.AllAsync(new AnnotateCodeFix(), Source(NotAnnotated), "PrunableModel"));

    [Fact]
    public async Task Derived_class_is_annotated() =>
        Verify(await FixRun.OneAsync(new AnnotateCodeFix(), Source(Derived)));

    [Fact]
    public async Task Fixes_say_what_they_do()
    {
        Assert.Equal(["Make the class partial"], await FixRun.TitlesAsync(new MakePartialCodeFix(), Source(NotPartial)));
        Assert.Equal(["Call RegisterComponents() in the constructor"], await FixRun.TitlesAsync(new RegisterComponentsCodeFix(), Source(NotRegistered)));
        Assert.Equal(["Mark 'Other' [PrunableModel]", "Mark 'Other' [Opaque]"], await FixRun.TitlesAsync(new AnnotateCodeFix(), Source(NotAnnotated)));
        Assert.Equal(["Mark 'B' [PrunableModel]"], await FixRun.TitlesAsync(new AnnotateCodeFix(), Source(Derived)));
    }

    private static string Source(string classes) => $"{ModelCode.Usings}\nnamespace Demo;\n\n{classes}\n";

    private static void Verify(string text, [System.Runtime.CompilerServices.CallerMemberName] string method = "") => Snapshot.Verify(text, method: method);
}
