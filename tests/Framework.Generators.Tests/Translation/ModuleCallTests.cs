namespace Espalier.Framework.Generators.Tests.Translation;

/// <summary>Calls of sub-modules.</summary>
public class ModuleCallTests
{
    [Fact]
    public void Residual_block() => TraceSnapshot.OfNet(
        """
            private readonly Conv2d conv1 = Conv2d(8, 8, 3, padding: 1), conv2 = Conv2d(8, 8, 3, padding: 1);
            private readonly BatchNorm2d bn1 = BatchNorm2d(8), bn2 = BatchNorm2d(8);
            private readonly Module<Tensor, Tensor>? shortcut = null;

            /// <inheritdoc/>
            public override Tensor forward(Tensor x)
            {
                using var scope = NewDisposeScope();
                var y = bn1.forward(conv1.forward(x)).relu();
                y = bn2.call(conv2.call(y));
                y += shortcut?.forward(x) ?? x;

                return y.relu_().MoveToOuterDisposeScope();
            }
        """);

    [Fact]
    public void Lists_of_modules() => TraceSnapshot.OfNet(
        """
            private readonly ModuleList<Module<Tensor, Tensor>> blocks = new();
            private readonly ModuleDict<Module<Tensor, Tensor>> heads = new();
            private readonly Sequential stem = Sequential(ReLU());

            /// <inheritdoc/>
            public override Tensor forward(Tensor x)
            {
                x = stem.forward(x);
                foreach (var block in blocks)
                {
                    x = block.forward(x);
                }

                for (var i = blocks.Count - 1; i >= 0; i--)
                    x = blocks[i].call(x);
                foreach (var (block, i) in blocks.Select((block, i) => (block, i)))
                {
                    if (i % 2 == 1) continue;
                    x = block.forward(x) + x;
                }

                x = blocks.Aggregate(x, (y, block) => block.forward(y));
                return heads["main"].forward(x);
            }
        """);

    [Fact]
    public void Several_inputs_and_outputs() => TraceSnapshot.OfFiles([
        """
        namespace Demo;

        /// <summary>Takes a list, an optional mask; returns a pair.</summary>
        [PrunableModel]
        public sealed partial class Pair : Module<Tensor, Tensor?, (Tensor a, Tensor b)>
        {
            /// <summary>Makes it.</summary>
            public Pair() : base("pair") => RegisterComponents();

            /// <inheritdoc/>
            public override (Tensor a, Tensor b) forward(Tensor x, Tensor? mask) => (mask is null ? x : x * mask, x);
        }

        /// <summary>Takes and returns lists.</summary>
        [PrunableModel]
        public sealed partial class Lists : Module<Tensor[], List<Tensor>>
        {
            /// <summary>Makes it.</summary>
            public Lists() : base("lists") => RegisterComponents();

            /// <inheritdoc/>
            public override List<Tensor> forward(Tensor[] xs)
            {
                var results = new List<Tensor>();
                foreach (var x in xs)
                {
                    results.Add(x.relu());
                }

                return results;
            }
        }

        /// <summary>Uses both.</summary>
        [PrunableModel]
        public sealed partial class User : Module<Tensor, (Tensor, Tensor, Tensor?)>
        {
            private readonly Pair pair = new();
            private readonly Lists lists = new();

            /// <summary>Makes it.</summary>
            public User() : base("user") => RegisterComponents();

            /// <inheritdoc/>
            public override (Tensor, Tensor, Tensor?) forward(Tensor x)
            {
                var (a, b) = pair.forward(x, null);
                (a, b) = pair.forward(b, a);
                var all = lists.forward([a, b]);
                all = lists.forward(all.ToArray());
                return (all[0], all[^1], null);
            }
        }
        """,
    ]);

    [Fact]
    public void Generic_model_with_a_module_of_its_type() => TraceSnapshot.OfFiles([
        """
        namespace Demo;

        /// <summary>Wraps a module.</summary>
        /// <typeparam name="TInner">Its type.</typeparam>
        [PrunableModel]
        public partial class Wrapper<TInner> : Module<Tensor, Tensor>
            where TInner : Module<Tensor, Tensor>
        {
            private readonly TInner inner;

            /// <summary>Makes it.</summary>
            public Wrapper(TInner inner) : base("wrapper")
            {
                this.inner = inner;
                RegisterComponents();
            }

            /// <inheritdoc/>
            public override Tensor forward(Tensor x) => Twice(inner, x) + inner.forward(x);

            private static Tensor Twice<TModule>(TModule module, Tensor x)
                where TModule : Module<Tensor, Tensor> => module.forward(module.forward(x));
        }
        """,
    ]);

    [Fact]
    public void Stored_tensors() => TraceSnapshot.OfNet(
        """
            [TorchSharp.Utils.ComponentName(Name = "pos_embed")]
            private Parameter position = Parameter(zeros(1, 4, 8));
            private readonly Parameter? bias = null;
            private readonly Tensor table = zeros(4);
            private readonly ParameterList tables = new();
            private readonly Linear linear = Linear(8, 8);
            private readonly Tensor[] constants = [zeros(1), zeros(2)];

            private Tensor Scaled => table * 2;

            /// <inheritdoc/>
            public override Tensor forward(Tensor x)
            {
                x = x + position[.., ..1] + Scaled + constants[0];
                if (bias is not null)
                {
                    x += bias;
                }

                if (bias is { } present)
                {
                    x += present;
                }

                foreach (var each in tables)
                {
                    x = x * each;
                }

                x = F.linear(x, linear.weight!, linear.bias);
                var weight = linear.weight!;
                return cat(constants, 0) + x.matmul(weight.t()) + tables[0];
            }
        """);
}
