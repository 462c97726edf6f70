using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What modules compute, as functions without a state.</summary>
        public static partial class functional
        {
            /// <summary><c>input · weightsᵀ + bias</c>.</summary>
            /// <param name="input">[*, inputs].</param>
            /// <param name="weights">[outputs, inputs].</param>
            /// <param name="bias">[outputs].</param>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) =>
                Aten.Call("aten::linear", input, weights, bias);

            /// <summary>A bilinear form for each output.</summary>
            /// <param name="input1">[*, first inputs].</param>
            /// <param name="input2">[*, second inputs].</param>
            /// <param name="weight">[outputs, first inputs, second inputs].</param>
            /// <param name="bias">[outputs].</param>
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                Aten.Call("aten::bilinear", input1, input2, weight, bias);

            /// <summary>Indices to vectors with a one at the index.</summary>
            /// <param name="x">Indices of any shape.</param>
            /// <param name="num_classes">The vectors' size; -1 for one more than the largest index.</param>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Aten.Call("aten::one_hot", x, num_classes);

            /// <summary>The cosine of the angle between vectors along a dimension.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1E-08) =>
                Aten.Call("aten::cosine_similarity", x1, x2, dim, eps);

            /// <summary>The p-norm of the differences between vectors along the last dimension.</summary>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2, double eps = 1E-06, bool keepdim = false) =>
                Aten.Call("aten::pairwise_distance", input1, input2, p, eps, keepdim);
        }
    }
}
