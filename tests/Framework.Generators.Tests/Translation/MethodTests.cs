namespace Espalier.Framework.Generators.Tests.Translation;

/// <summary>Methods that forward calls, inherited ones among them.</summary>
public class MethodTests
{
    [Fact]
    public void Helper_methods() => TraceSnapshot.OfFiles([
        """
        namespace Demo;

        /// <summary>A model.</summary>
        [PrunableModel]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(4, 4);

            /// <summary>Makes it.</summary>
            public Net() : base("net") => RegisterComponents();

            /// <inheritdoc/>
            public override Tensor forward(Tensor x)
            {
                x = Step(x);
                x = Step(x, 2);
                Split(x, out var a, out var b);
                x = Powers(a, 3) + b.Doubled() + Helpers.Halved(x);
                return new[] { x, a }.Select(Helpers.Halved).Aggregate((p, q) => p + q);
            }

            private Tensor Step(Tensor x) => fc.forward(x);

            private Tensor Step(Tensor x, int times)
            {
                for (var i = 0; i < times; i++)
                {
                    x = Step(x);
                }

                return x;
            }

            private static void Split(Tensor x, out Tensor a, out Tensor b)
            {
                var parts = x.chunk(2, 1);
                a = parts[0];
                b = parts[1];
            }

            private static Tensor Powers(Tensor x, int n) => n == 0 ? x : x * Powers(x, n - 1);
        }

        internal static class Helpers
        {
            private const double Half = 0.5;

            public static Tensor Doubled(this Tensor x) => x * 2;

            public static Tensor Halved(Tensor x) => x * Half;
        }
        """,
    ]);

    [Fact]
    public void Inherited_forward() => TraceSnapshot.OfFiles([
        """
        namespace Demo;

        /// <summary>A base class without an annotation.</summary>
        /// <typeparam name="TLayer">The type of the layer.</typeparam>
        public abstract class Plain<TLayer> : Module<Tensor, Tensor>
            where TLayer : Module<Tensor, Tensor>
        {
            /// <summary>The layer.</summary>
            protected readonly TLayer layer;

            /// <summary>Makes it.</summary>
            protected Plain(TLayer layer) : base("plain") => this.layer = layer;

            /// <inheritdoc/>
            public override Tensor forward(Tensor x)
            {
                TLayer first = layer;
                return After(first.forward(x));
            }

            /// <summary>What comes after the layer.</summary>
            protected virtual Tensor After(Tensor x) => x;
        }

        /// <summary>Inherits forward and overrides what it calls.</summary>
        [PrunableModel]
        public sealed partial class Overrides : Plain<Linear>
        {
            /// <summary>Makes it.</summary>
            public Overrides() : base(Linear(2, 2)) => RegisterComponents();

            /// <inheritdoc/>
            protected override Tensor After(Tensor x) => base.After(x).relu();
        }

        /// <summary>Calls the base class's forward.</summary>
        [PrunableModel]
        public sealed partial class Calls : Plain<Linear>
        {
            /// <summary>Makes it.</summary>
            public Calls() : base(Linear(2, 2)) => RegisterComponents();

            /// <inheritdoc/>
            public override Tensor forward(Tensor x) => base.forward(x).sigmoid();
        }
        """,
    ]);

    [Fact]
    public void Annotated_base_class() => TraceSnapshot.OfFiles([
        """
        namespace Demo;

        /// <summary>An annotated base class.</summary>
        [PrunableModel]
        public abstract partial class Base : Module<Tensor, Tensor>
        {
            private readonly Linear hidden = Linear(2, 2);

            /// <summary>Makes it.</summary>
            protected Base() : base("base") => RegisterComponents();

            /// <inheritdoc/>
            public override Tensor forward(Tensor x) => Head(hidden.forward(Stem(x)), 2);

            /// <summary>What comes first.</summary>
            protected abstract Tensor Stem(Tensor x);

            /// <summary>What comes last.</summary>
            protected virtual Tensor Head(Tensor x, int width) => x.reshape(-1, width);
        }

        /// <summary>Overrides two methods.</summary>
        [PrunableModel]
        public partial class Middle : Base
        {
            /// <inheritdoc/>
            protected override Tensor Stem(Tensor x) => x.relu();

            /// <inheritdoc/>
            protected override Tensor Head(Tensor x, int width) => base.Head(x, width + 1) * 2;
        }

        /// <summary>Overrides forward.</summary>
        [PrunableModel]
        public sealed partial class Last : Middle
        {
            private readonly Linear more = Linear(2, 2);

            /// <inheritdoc/>
            public override Tensor forward(Tensor x) => more.forward(base.forward(x));
        }
        """,
    ]);

    [Fact]
    public void Nested_keyword_named_and_in_parts() => TraceSnapshot.OfFiles([
        """
        namespace Demo.@event
        {
            /// <summary>Around it.</summary>
            public static partial class Outer<T>
            {
                /// <summary>A model.</summary>
                [PrunableModel]
                internal sealed partial class @class : Module<Tensor, Tensor>
                {
                    private readonly Linear @params = Linear(2, 2);
                    private int @out = 2;

                    public override Tensor forward(Tensor @in) => Second(@params.forward(@in)).reshape(-1, @out);
                }
            }
        }
        """,
        """
        namespace Demo.@event
        {
            public static partial class Outer<T>
            {
                internal sealed partial class @class
                {
                    public @class() : base("class") => RegisterComponents();

                    private Tensor Second(Tensor t) => t.relu();
                }
            }
        }
        """,
    ]);

    [Fact]
    public void Global_namespace_without_nullable() => TraceSnapshot.OfFiles([
        """
        #nullable disable
        /// <summary>A model.</summary>
        [PrunableModel]
        public partial class Loose : Module<Tensor, Tensor, Tensor>
        {
            private Parameter bias;

            /// <summary>Makes it.</summary>
            public Loose() : base("loose") => RegisterComponents();

            /// <inheritdoc/>
            public override Tensor forward(Tensor x, Tensor mask)
            {
                if (mask is null) mask = x;
                return F.linear(x, mask, bias);
            }
        }
        """,
    ]);
}
