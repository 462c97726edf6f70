using static TorchSharp.torch;

namespace Espalier.Symbolic;

/// <content>Activations.</content>
public static partial class torch
{
    /// <summary>What models use of TorchSharp's <c>torch.nn</c> besides modules.</summary>
    public static partial class nn
    {
        /// <summary>The layers as functions.</summary>
        public static partial class functional
        {
            /// <summary>max(x, 0).</summary>
            public static SymbolicTensor relu(SymbolicTensor x, bool inplace = false) => In(x, x.relu(), inplace);

            /// <summary>max(x, 0), at most 6.</summary>
            public static SymbolicTensor relu6(SymbolicTensor x, bool inplace = false) => In(x, x.relu6(), inplace);

            /// <summary>x where positive, a multiple elsewhere.</summary>
            public static SymbolicTensor leaky_relu(SymbolicTensor input, double negative_slope = 0.01, bool inplace = false) =>
                In(input, input.leaky_relu(negative_slope), inplace);

            /// <summary>x where positive, a learnt multiple elsewhere.</summary>
            public static SymbolicTensor prelu(SymbolicTensor input, SymbolicTensor weight) => input.prelu(weight);

            /// <summary>x where positive, the mean of two multiples elsewhere.</summary>
            public static SymbolicTensor rrelu(SymbolicTensor x, double lower = 1.0 / 8, double upper = 1.0 / 3, bool inplace = false) =>
                In(x, x.rrelu(lower, upper), inplace);

            /// <summary>Exponential linear unit.</summary>
            public static SymbolicTensor elu(SymbolicTensor x, double alpha = 1, bool inplace = false) =>
                In(x, x.elu(alpha, 1.0, 1.0), inplace);

            /// <summary>Continuously differentiable exponential linear unit.</summary>
            public static SymbolicTensor celu(SymbolicTensor x, double alpha = 1, bool inplace = false) => In(x, x.celu(alpha), inplace);

            /// <summary>Self-normalising exponential unit.</summary>
            public static SymbolicTensor selu(SymbolicTensor x, bool inplace = false) => In(x, x.selu(), inplace);

            /// <summary>Gaussian error linear unit, exact.</summary>
            public static SymbolicTensor gelu(SymbolicTensor x, bool inplace = false) => In(x, x.gelu(), inplace);

            /// <summary>x times its sigmoid.</summary>
            public static SymbolicTensor silu(SymbolicTensor x, bool inplace = false) => In(x, x.silu(), inplace);

            /// <summary>x tanh(softplus(x)).</summary>
            public static SymbolicTensor mish(SymbolicTensor x, bool inplace = false) => In(x, x.mish(), inplace);

            /// <summary>Logistic function.</summary>
            public static SymbolicTensor sigmoid(SymbolicTensor x, bool inplace = false) => In(x, x.sigmoid(), inplace);

            /// <summary>Hyperbolic tangent.</summary>
            public static SymbolicTensor tanh(SymbolicTensor x, bool inplace = false) => In(x, x.tanh(), inplace);

            /// <summary>Logarithm of the logistic function.</summary>
            public static SymbolicTensor logsigmoid(SymbolicTensor x) => x.log_sigmoid();

            /// <summary>relu6(x + 3) / 6.</summary>
            public static SymbolicTensor hardsigmoid(SymbolicTensor input, bool inplace = false) =>
                In(input, input.hardsigmoid(), inplace);

            /// <summary>x relu6(x + 3) / 6.</summary>
            public static SymbolicTensor hardswish(SymbolicTensor input, bool inplace = false) =>
                In(input, input.hardswish(), inplace);

            /// <summary>Brings numbers into a range.</summary>
            public static SymbolicTensor hardtanh(SymbolicTensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                In(x, x.hardtanh(min_val, max_val), inplace);

            /// <summary>Zero near zero.</summary>
            public static SymbolicTensor hardshrink(SymbolicTensor x, double lambda = 0.5) => x.Record("aten::hardshrink", x, lambda);

            /// <summary>Zero near zero, the rest nearer to it.</summary>
            public static SymbolicTensor softshrink(SymbolicTensor x, double lambda = 0.5) => x.Record("aten::softshrink", x, lambda);

            /// <summary>x - tanh(x).</summary>
            public static SymbolicTensor tanhshrink(SymbolicTensor x, bool inplace = false) => In(x, x - x.tanh(), inplace);

            /// <summary>x / (1 + |x|).</summary>
            public static SymbolicTensor softsign(SymbolicTensor x, bool inplace = false) => In(x, x / (x.abs() + 1), inplace);

            /// <summary>log(1 + e^x), smoothly.</summary>
            public static SymbolicTensor softplus(SymbolicTensor x, double beta = 1, double threshold = 20) =>
                x.softplus(beta, threshold);

            /// <summary>x above the threshold, one number elsewhere.</summary>
            public static SymbolicTensor threshold(SymbolicTensor x, double threshold, double value, bool inplace = false) =>
                In(x, x.threshold(threshold, value), inplace);

            /// <summary>The first half times the sigmoid of the second.</summary>
            public static SymbolicTensor glu(SymbolicTensor input, Dim? dim = null) => input.glu(dim);

            /// <summary>Shares that add up to one along a dimension.</summary>
            public static SymbolicTensor softmax(SymbolicTensor input, Dim dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            /// <summary>Shares that add up to one over the channels of images.</summary>
            public static SymbolicTensor softmax2d(SymbolicTensor x) => x.softmax(-3);

            /// <summary>Softmax of the negation.</summary>
            public static SymbolicTensor softmin(SymbolicTensor x, Dim dim) => x.neg().softmax(dim);

            /// <summary>Logarithms of softmax.</summary>
            public static SymbolicTensor log_softmax(SymbolicTensor x, Dim dim) => x.log_softmax(dim);

            /// <summary>Zeroes elements at random while training.</summary>
            public static SymbolicTensor dropout(SymbolicTensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                In(input, input.Record("aten::dropout", input, p, training), inplace);

            /// <summary>Zeroes channels at random while training.</summary>
            public static SymbolicTensor dropout1d(SymbolicTensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                dropout2d(input, p, training, inplace);

            /// <summary>Zeroes channels at random while training.</summary>
            public static SymbolicTensor dropout2d(SymbolicTensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                In(input, input.Record("aten::feature_dropout", input, p, training), inplace);

            /// <summary>Zeroes channels at random while training.</summary>
            public static SymbolicTensor dropout3d(SymbolicTensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                dropout2d(input, p, training, inplace);

            /// <summary>Dropout that keeps mean and variance.</summary>
            public static SymbolicTensor alpha_dropout(SymbolicTensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                In(input, input.Record("aten::alpha_dropout", input, p, training), inplace);

            /// <summary>Dropout of channels that keeps mean and variance.</summary>
            public static SymbolicTensor feature_alpha_dropout(SymbolicTensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                In(input, input.Record("aten::feature_alpha_dropout", input, p, training), inplace);

            // Written over its argument, the result is what everyone sees who holds the argument.
            private static SymbolicTensor In(SymbolicTensor input, SymbolicTensor result, bool inplace) => inplace ? input.Overwrite(result) : result;
        }
    }
}
