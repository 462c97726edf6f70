using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Activation functions.</content>
    public partial class Tensor
    {
        /// <summary>max(0, x).</summary>
        public Tensor relu() => Aten.Call("aten::relu", this);

        /// <summary>max(0, x), in place.</summary>
        public Tensor relu_() => Aten.CallInPlace("aten::relu_", this);

        /// <summary>x brought into [0, 6].</summary>
        public Tensor relu6() => Aten.Call("aten::relu6", this);

        /// <summary>x brought into [0, 6], in place.</summary>
        public Tensor relu6_() => Aten.CallInPlace("aten::relu6_", this);

        /// <summary>1 / (1 + exp(-x)).</summary>
        public Tensor sigmoid() => Aten.Call("aten::sigmoid", this);

        /// <summary>1 / (1 + exp(-x)), in place.</summary>
        public Tensor sigmoid_() => Aten.CallInPlace("aten::sigmoid_", this);

        /// <summary>x sigmoid(x).</summary>
        public Tensor silu() => Aten.Call("aten::silu", this);

        /// <summary>x sigmoid(x), in place.</summary>
        public Tensor silu_() => Aten.CallInPlace("aten::silu_", this);

        /// <summary>The scaled exponential unit, with its fixed constants.</summary>
        public Tensor selu() => Aten.Call("aten::selu", this);

        /// <summary>The scaled exponential unit, with its fixed constants, in place.</summary>
        public Tensor selu_() => Aten.CallInPlace("aten::selu_", this);

        /// <summary>relu6(x + 3) / 6.</summary>
        public Tensor hardsigmoid() => Aten.Call("aten::hardsigmoid", this);

        /// <summary>relu6(x + 3) / 6, in place.</summary>
        public Tensor hardsigmoid_() => Aten.CallInPlace("aten::hardsigmoid_", this);

        /// <summary>x relu6(x + 3) / 6.</summary>
        public Tensor hardswish() => Aten.Call("aten::hardswish", this);

        /// <summary>x relu6(x + 3) / 6, in place.</summary>
        public Tensor hardswish_() => Aten.CallInPlace("aten::hardswish_", this);

        /// <summary>x times the normal distribution function of x.</summary>
        public Tensor gelu() => Aten.Call("aten::gelu", this);

        /// <summary>The logarithm of the sigmoid.</summary>
        public Tensor log_sigmoid() => Aten.Call("aten::log_sigmoid", this);

        /// <summary>The continuously differentiable exponential unit with alpha = 1.</summary>
        public Tensor celu() => Aten.Call("aten::celu", this);

        /// <summary>The continuously differentiable exponential unit with alpha = 1, in place.</summary>
        public Tensor celu_() => Aten.CallInPlace("aten::celu_", this);

        /// <summary>scale x above 0, scale alpha (exp(input_scale x) - 1) below.</summary>
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Aten.Call("aten::elu", this, alpha, scale, input_scale);

        /// <summary>scale x above 0, scale alpha (exp(input_scale x) - 1) below, in place.</summary>
        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) =>
            Aten.CallInPlace("aten::elu_", this, alpha, scale, input_scale);

        /// <summary>x above 0, negative_slope x below.</summary>
        public Tensor leaky_relu(Scalar negative_slope) => Aten.Call("aten::leaky_relu", this, negative_slope);

        /// <summary>x above 0, negative_slope x below, in place.</summary>
        public Tensor leaky_relu_(Scalar negative_slope) => Aten.CallInPlace("aten::leaky_relu_", this, negative_slope);

        /// <summary>x brought into [min, max].</summary>
        public Tensor hardtanh(Scalar min, Scalar max) => Aten.Call("aten::hardtanh", this, min, max);

        /// <summary>Brings x into [min, max].</summary>
        public Tensor hardtanh_(Scalar min, Scalar max) => Aten.CallInPlace("aten::hardtanh_", this, min, max);

        /// <summary>x above 0, x times the learned slope below; slopes are one, or one for each channel.</summary>
        public Tensor prelu(Tensor target) => Aten.Call("aten::prelu", this, target);

        /// <summary>log(1 + exp(x)).</summary>
        public Tensor softplus() => Aten.Call("aten::softplus", this);

        /// <summary>Exponentials along the dimension, divided by their sum.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.Call("aten::softmax.int", this, dim, dtype);

        /// <summary>The logarithm of the softmax along the dimension.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Aten.Call("aten::log_softmax.int", this, dim, dtype);

        /// <summary>(N, C, ...) with the channels of the groups interleaved.</summary>
        public Tensor channel_shuffle(long groups) => Aten.Call("aten::channel_shuffle", this, groups);
    }
}
