using Espalier.Graphs;
using Espalier.Labels;
using static TorchSharp.torch;
using ValueType = Espalier.Graphs.ValueType;

namespace Espalier.Operators;

/// <summary>Constants and random numbers. Their coordinates belong to nothing.</summary>
internal static class Creations
{
    public static IEnumerable<IOperator> All =>
    [
        Of("aten::zeros", 1, (n, t) => zeros(n.Ints(0), t)),
        Of("aten::ones", 1, (n, t) => ones(n.Ints(0), t)),
        new CreateOperator("aten::full", n => n.Ints(0), n => n.Type(2) ?? OfNumber(n, 1), (n, t) => full(n.Ints(0), n.Scalar(1), t)),
        Of("aten::rand", 1, (n, t) => rand(n.Ints(0), t)),
        Of("aten::randn", 1, (n, t) => randn(n.Ints(0), t)),
        new CreateOperator("aten::arange.start_step", Arange, ArangeType, (n, t) => arange(n.Scalar(0), n.Scalar(1), n.Scalar(2), t)),
        new CreateOperator("aten::linspace", n => [n.Int(2)], n => n.Type(3) ?? get_default_dtype(), (n, t) =>
            linspace(n.Number(0), n.Number(1), n.Int(2), t)),
        new CreateOperator("aten::eye.m", n => [n.Int(0), n.Int(1)], n => n.Type(2) ?? get_default_dtype(), (n, t) => eye(n.Int(0), n.Int(1), t)),
        Like("aten::zeros_like", 1, (_, x, t) => x.zeros_like(t)),
        Like("aten::ones_like", 1, (_, x, t) => x.ones_like(t)),
        Like("aten::full_like", 2, (n, x, t) => x.full_like(n.Scalar(1), t)),
        Like("aten::rand_like", 1, (_, x, t) => x.rand_like(t)),
        Like("aten::randn_like", 1, (_, x, t) => x.randn_like(t)),
        new LikeOperator("aten::bernoulli", DTypes.Same, (_, x, _) => x.bernoulli()),
        new LikeOperator("aten::bernoulli.p", DTypes.Same, (n, x, _) => x.empty_like().bernoulli_(n.Number(1, 0.5))),
    ];

    private static CreateOperator Of(string name, int typeAt, Func<Node, ScalarType, Tensor> make) =>
        new(name, n => n.Ints(0), n => n.Type(typeAt) ?? get_default_dtype(), make);

    private static LikeOperator Like(string name, int typeAt, Func<Node, Tensor, ScalarType, Tensor> make) => new(name, DTypes.As(typeAt), make);

    private static long[] Arange(Node node)
    {
        var (start, stop, step) = (node.Number(0), node.Number(1), node.Number(2, 1));
        var count = Math.Ceiling((stop - start) / step);
        return count >= 0 ? [(long)count] : throw new ArgumentException($"steps of {step} do not lead from {start} to {stop}.");
    }

    private static ScalarType ArangeType(Node node) =>
        node.Type(3) ?? (node.Arguments.Take(3).All(a => a is Argument.Size) ? ScalarType.Int64 : get_default_dtype());

    private static ScalarType OfNumber(Node node, int position) => node.Arguments[position] switch
    {
        Argument.Flag => ScalarType.Bool,
        Argument.Size => ScalarType.Int64,
        _ => get_default_dtype(),
    };

    private sealed class CreateOperator(string name, Func<Node, long[]> shape, DTypeRule dtype, Func<Node, ScalarType, Tensor> make) : Operator(name)
    {
        public override ValueType[] Infer(Node node)
        {
            var sizes = shape(node);
            return sizes.All(size => size >= 0) ? One(sizes, dtype(node)) : throw new ArgumentException($"{Shapes.Text(sizes)} is no shape.");
        }

        public override void Propagate(Node node, LabelTracker labels)
        {
            // A value that nothing is said of has no labels.
        }

        protected override Tensor Run(Node node, Operands operands) => make(node, dtype(node));
    }

    private sealed class LikeOperator(string name, DTypeRule dtype, Func<Node, Tensor, ScalarType, Tensor> make) : Operator(name)
    {
        public override ValueType[] Infer(Node node) => One(node.Tensor(0).Shape, dtype(node));

        // It has the input's shape whatever that becomes, so it goes with it.
        public override void Propagate(Node node, LabelTracker labels) => labels.Copy(node.Tensor(0), node.Output);

        protected override Tensor Run(Node node, Operands operands) => make(node, operands[0], dtype(node));
    }
}
