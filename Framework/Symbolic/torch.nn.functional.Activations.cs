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
            public static SymbolicTensor relu(SymbolicTensor x, bool inplace = false) => x.relu();

            /// <summary>max(x, 0), at most 6.</summary>
            public static SymbolicTensor relu6(SymbolicTensor x, bool inplace = false) => x.relu6();

            /// <summary>x where positive, a multiple elsewhere.</summary>
            public static SymbolicTensor leaky_relu(SymbolicTensor input, double negative_slope = 0.01, bool inplace = false) =>
                input.leaky_relu(negative_slope);

            /// <summary>x where positive, a learnt multiple elsewhere.</summary>
            public static SymbolicTensor prelu(SymbolicTensor input, SymbolicTensor weight) => input.prelu(weight);

            /// <summary>x where positive, the mean of two multiples elsewhere.</summary>
            public static SymbolicTensor rrelu(SymbolicTensor x, double lower = 1.0 / 8, double upper = 1.0 / 3, bool inplace = false) =>
                x.leaky_relu((lower + upper) / 2);

            /// <summary>Exponential linear unit.</summary>
            public static SymbolicTensor elu(SymbolicTensor x, double alpha = 1, bool inplace = false) => x.elu(alpha, 1.0, 1.0);

            /// <summary>Continuously differentiable exponential linear unit.</summary>
            public static SymbolicTensor celu(SymbolicTensor x, double alpha = 1, bool inplace = false) => x.celu(alpha);

            /// <summary>Self-normalising exponential unit.</summary>
            public static SymbolicTensor selu(SymbolicTensor x, bool inplace = false) => x.selu();

            /// <summary>Gaussian error linear unit, exact.</summary>
            public static SymbolicTensor gelu(SymbolicTensor x, bool inplace = false) => x.gelu();

            /// <summary>x times its sigmoid.</summary>
            public static SymbolicTensor silu(SymbolicTensor x, bool inplace = false) => x.silu();

            /// <summary>x tanh(softplus(x)).</summary>
            public static SymbolicTensor mish(SymbolicTensor x, bool inplace = false) => x.mish();

            /// <summary>Logistic function.</summary>
            public static SymbolicTensor sigmoid(SymbolicTensor x, bool inplace = false) => x.sigmoid();

            /// <summary>Hyperbolic tangent.</summary>
            public static SymbolicTensor tanh(SymbolicTensor x, bool inplace = false) => x.tanh();

            /// <summary>Logarithm of the logistic function.</summary>
            public static SymbolicTensor logsigmoid(SymbolicTensor x) => x.log_sigmoid();

            /// <summary>relu6(x + 3) / 6.</summary>
            public static SymbolicTensor hardsigmoid(SymbolicTensor input, bool inplace = false) => input.hardsigmoid();

            /// <summary>x relu6(x + 3) / 6.</summary>
            public static SymbolicTensor hardswish(SymbolicTensor input, bool inplace = false) => input.hardswish();

            /// <summary>Brings numbers into a range.</summary>
            public static SymbolicTensor hardtanh(SymbolicTensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                x.hardtanh(min_val, max_val);

            /// <summary>Zero near zero.</summary>
            public static SymbolicTensor hardshrink(SymbolicTensor x, double lambda = 0.5) => x.Record("aten::hardshrink", x, lambda);

            /// <summary>Zero near zero, the rest nearer to it.</summary>
            public static SymbolicTensor softshrink(SymbolicTensor x, double lambda = 0.5) => x.Record("aten::softshrink", x, lambda);

            /// <summary>x - tanh(x).</summary>
            public static SymbolicTensor tanhshrink(SymbolicTensor x, bool inplace = false) => x - x.tanh();

            /// <summary>x / (1 + |x|).</summary>
            public static SymbolicTensor softsign(SymbolicTensor x, bool inplace = false) => x / (x.abs() + 1);

            /// <summary>log(1 + e^x), smoothly.</summary>
            public static SymbolicTensor softplus(SymbolicTensor x, double beta = 1, double threshold = 20) =>
                x.Record("aten::softplus", x, beta, threshold);

            /// <summary>x above the threshold, one number elsewhere.</summary>
            public static SymbolicTensor threshold(SymbolicTensor x, double threshold, double value, bool inplace = false) =>
                x.Record("aten::threshold", x, threshold, value);

            /// <summary>The first half times the sigmoid of the second.</summary>
            public static SymbolicTensor glu(SymbolicTensor input, Dim? dim = null)
            {
                // In two halves, so that the labels of each reach the result.
                var halves = input.chunk(2, dim ?? -1);
                return halves is [var value, var gate]
                    ? value * gate.sigmoid()
                    : throw new ArgumentException("glu needs an even size along its dimension.", nameof(input));
            }

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
                input.Record("aten::dropout", input, p, training);

            /// <summary>Zeroes channels at random while training.</summary>
            public static SymbolicTensor dropout1d(SymbolicTensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                dropout2d(input, p, training);

            /// <summary>Zeroes channels at random while training.</summary>
            public static SymbolicTensor dropout2d(SymbolicTensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                input.Record("aten::feature_dropout", input, p, training);

            /// <summary>Zeroes channels at random while training.</summary>
            public static SymbolicTensor dropout3d(SymbolicTensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                dropout2d(input, p, training);

            /// <summary>Dropout that keeps mean and variance.</summary>
            public static SymbolicTensor alpha_dropout(SymbolicTensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                input.Record("aten::alpha_dropout", input, p, training);

            /// <summary>Dropout of channels that keeps mean and variance.</summary>
            public static SymbolicTensor feature_alpha_dropout(SymbolicTensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                input.Record("aten::feature_alpha_dropout", input, p, training);
        }
    }
}
