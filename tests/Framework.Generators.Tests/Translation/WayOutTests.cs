namespace Espalier.Framework.Generators.Tests.Translation;

/// <summary>[TraceWith] and [Opaque].</summary>
public class WayOutTests
{
    [Fact]
    public void Hand_written_trace_of_a_method() => TraceSnapshot.OfNet(
        """
            private int width = 2;

            /// <inheritdoc/>
            public override Tensor forward(Tensor x) => Clever(x, width) + Shared(x);

            [TraceWith(nameof(TraceClever))]
            private Tensor Clever(Tensor x, int size) => x.sum().item<float>() > 0 ? x.view(-1, size) : x;

            private SymbolicTensor TraceClever(Tracer t, SymbolicTensor x, Dim size) => x.view(-1, size);

            [TraceWith(nameof(TraceShared))]
            private static Tensor Shared(Tensor x) => x;

            private static SymbolicTensor TraceShared(Tracer t, SymbolicTensor x) => x;
        """);

    [Fact]
    public void Hand_written_trace_of_a_model() => TraceSnapshot.OfFiles([
        """
        namespace Demo;

        /// <summary>A model.</summary>
        [PrunableModel]
        [TraceWith(nameof(TraceAll))]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            /// <summary>Makes it.</summary>
            public Net() : base("net") => RegisterComponents();

            /// <inheritdoc/>
            public override Tensor forward(Tensor x) => x.sum().item<float>() > 0 ? x : -x;

            private SymbolicTensor TraceAll(Tracer t, SymbolicTensor x) => x;
        }
        """,
    ]);

    [Fact]
    public void Closed_regions() => TraceSnapshot.OfFiles([
        """
        namespace Demo;

        /// <summary>A model.</summary>
        [PrunableModel]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            [Opaque]
            private readonly Linear frozen = Linear(2, 2);
            private readonly Closed closed = new();

            /// <summary>Makes it.</summary>
            public Net() : base("net") => RegisterComponents();

            /// <inheritdoc/>
            public override Tensor forward(Tensor x)
            {
                x = frozen.forward(x.relu()) + closed.forward(x) + frozen.forward(-x);
                var (a, b) = Pair(x, 2);
                return a + b;
            }

            [Opaque]
            private static (Tensor, Tensor) Pair(Tensor x, int n) => x.sum().item<float>() > n ? (x, x) : (-x, x);
        }

        /// <summary>A module that stays as it is.</summary>
        [Opaque]
        public sealed class Closed : Module<Tensor, Tensor>
        {
            /// <summary>Makes it.</summary>
            public Closed() : base("closed")
            {
            }

            /// <inheritdoc/>
            public override Tensor forward(Tensor x) => x;
        }

        /// <summary>A model that is closed as a whole.</summary>
        [PrunableModel, Opaque]
        public sealed partial class Whole : Module<Tensor, Tensor>
        {
            /// <summary>Makes it.</summary>
            public Whole() : base("whole") => RegisterComponents();

            /// <inheritdoc/>
            public override Tensor forward(Tensor x) => x;
        }
        """,
    ]);
}
