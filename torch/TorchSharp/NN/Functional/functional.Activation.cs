using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>Activations. Those in place return another handle of their input.</content>
        public static partial class functional
        {
            /// <summary>Rectified linear: <c>max(x, 0)</c>.</summary>
            public static Tensor relu(Tensor x, bool inplace = false) =>
                inplace ? Aten.CallInPlace("aten::relu_", x).alias() : Aten.Call("aten::relu", x);

            /// <summary>Rectified linear, up to 6.</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) =>
                inplace ? Aten.CallInPlace("aten::relu6_", x).alias() : Aten.Call("aten::relu6", x);

            /// <summary>Linear, with a smaller slope below zero.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace
                    ? Aten.CallInPlace("aten::leaky_relu_", input, negative_slope).alias()
                    : Aten.Call("aten::leaky_relu", input, negative_slope);

            /// <summary>Linear above zero, exponential below.</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Aten.CallInPlace("aten::elu_", x, alpha).alias() : Aten.Call("aten::elu", x, alpha);

            /// <summary>Linear above zero, exponential below with a continuous derivative.</summary>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Aten.CallInPlace("aten::celu_", x, alpha).alias() : Aten.Call("aten::celu", x, alpha);

            /// <summary>Scaled <see cref="elu"/> that keeps mean and variance.</summary>
            public static Tensor selu(Tensor x, bool inplace = false) =>
                inplace ? Aten.CallInPlace("aten::selu_", x).alias() : Aten.Call("aten::selu", x);

            /// <summary><c>x · sigmoid(x)</c>.</summary>
            public static Tensor silu(Tensor x, bool inplace = false) =>
                inplace ? Aten.CallInPlace("aten::silu_", x).alias() : Aten.Call("aten::silu", x);

            /// <summary><c>x · tanh(softplus(x))</c>.</summary>
            public static Tensor mish(Tensor x, bool inplace = false) =>
                inplace ? Aten.CallInPlace("aten::mish_", x).alias() : Aten.Call("aten::mish", x);

            /// <summary>The hyperbolic tangent.</summary>
            public static Tensor tanh(Tensor x, bool inplace = false) =>
                inplace ? Aten.CallInPlace("aten::tanh_", x).alias() : Aten.Call("aten::tanh", x);

            /// <summary>The logistic function by straight lines.</summary>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                inplace ? Aten.CallInPlace("aten::hardsigmoid_", input).alias() : Aten.Call("aten::hardsigmoid", input);

            /// <summary><see cref="silu"/> by straight lines.</summary>
            public static Tensor hardswish(Tensor input, bool inplace = false) =>
                inplace ? Aten.CallInPlace("aten::hardswish_", input).alias() : Aten.Call("aten::hardswish", input);

            /// <summary>The identity between two bounds.</summary>
            public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                inplace
                    ? Aten.CallInPlace("aten::hardtanh_", x, min_val, max_val).alias()
                    : Aten.Call("aten::hardtanh", x, min_val, max_val);

            /// <summary>The identity above a threshold, and one value below.</summary>
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace
                    ? Aten.CallInPlace("aten::threshold_", x, threshold, value).alias()
                    : Aten.Call("aten::threshold", x, threshold, value);

            /// <summary>Linear, with the mean of two slopes below zero.</summary>
            public static Tensor rrelu(Tensor x, double lower = 0.125, double upper = 1.0 / 3.0, bool inplace = false) =>
                inplace ? Aten.CallInPlace("aten::rrelu_", x, lower, upper).alias() : Aten.Call("aten::rrelu", x, lower, upper);

            /// <summary><c>x</c> times the normal distribution function.</summary>
            public static Tensor gelu(Tensor x) => Aten.Call("aten::gelu", x);

            /// <summary><c>x</c> times the normal distribution function.</summary>
            public static Tensor gelu(Tensor x, bool inplace) =>
                inplace ? Aten.CallInPlace("aten::gelu_", x).alias() : Aten.Call("aten::gelu", x);

            /// <summary>The logistic function.</summary>
            public static Tensor sigmoid(Tensor x) => Aten.Call("aten::sigmoid", x);

            /// <summary>The logistic function.</summary>
            public static Tensor sigmoid(Tensor x, bool inplace) =>
                inplace ? Aten.CallInPlace("aten::sigmoid_", x).alias() : Aten.Call("aten::sigmoid", x);

            /// <summary><c>x / (1 + |x|)</c>.</summary>
            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                using var magnitude = Aten.Call("aten::abs", x);
                using var divisor = Aten.Call("aten::add.Scalar", magnitude, 1);
                return inplace ? Aten.CallInPlace("aten::div_.Tensor", x, divisor).alias() : Aten.Call("aten::div.Tensor", x, divisor);
            }

            /// <summary><c>x - tanh(x)</c>.</summary>
            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var tangent = Aten.Call("aten::tanh", x);
                return inplace ? Aten.CallInPlace("aten::sub_.Tensor", x, tangent).alias() : Aten.Call("aten::sub.Tensor", x, tangent);
            }
        }
    }
}
