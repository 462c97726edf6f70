using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>Activations that have no form in place.</content>
        public static partial class functional
        {
            /// <summary>The identity except around zero, where it is zero.</summary>
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => Aten.Call("aten::hardshrink", x, lambda);

            /// <summary>Moves values towards zero, as far as that.</summary>
            public static Tensor softshrink(Tensor x, double lambda = 0.5) => Aten.Call("aten::softshrink", x, lambda);

            /// <summary><c>log(1 + exp(beta · x)) / beta</c>, linear above the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) =>
                Aten.Call("aten::softplus", x, beta, threshold);

            /// <summary>The logarithm of the logistic function.</summary>
            public static Tensor logsigmoid(Tensor x) => Aten.Call("aten::log_sigmoid", x);

            /// <summary>Linear, with slopes below zero for each channel or for all.</summary>
            public static Tensor prelu(Tensor input, Tensor weight) => Aten.Call("aten::prelu", input, weight);

            /// <summary>One half of a dimension times the logistic function of the other.</summary>
            public static Tensor glu(Tensor input, long dim = -1) => Aten.Call("aten::glu", input, dim);

            /// <summary>Exponentials with a sum of one along a dimension.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) =>
                Aten.Call("aten::softmax.int", input, dim, dtype);

            /// <summary>The logarithm of <see cref="softmax"/>.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => Aten.Call("aten::log_softmax.int", x, dim);

            /// <summary><see cref="softmax"/> over the channels of images.</summary>
            public static Tensor softmax2d(Tensor x) => Aten.Call("aten::softmax.int", x, -3);

            /// <summary><see cref="softmax"/> of the negative values.</summary>
            public static Tensor softmin(Tensor x, long dim)
            {
                using var negative = Aten.Call("aten::neg", x);
                return Aten.Call("aten::softmax.int", negative, dim);
            }
        }
    }
}
