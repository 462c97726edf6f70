using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Linear above zero, exponential below with a continuous derivative.</summary>
        public static CELU CELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);

        /// <summary>Linear above zero, exponential below.</summary>
        public static ELU ELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);

        /// <summary><c>x</c> times the normal distribution function.</summary>
        public static GELU GELU() => new(false);

        /// <summary><c>x</c> times the normal distribution function.</summary>
        public static GELU GELU(bool inplace) => new(inplace);

        /// <summary>One half of a dimension times the logistic function of the other.</summary>
        public static GLU GLU(long dim = -1) => new(dim);

        /// <summary>The identity except around zero, where it is zero.</summary>
        public static Hardshrink Hardshrink(double lambda = 0.5) => new(lambda);

        /// <summary>The logistic function by straight lines.</summary>
        public static Hardsigmoid Hardsigmoid(bool inplace = false) => new(inplace);

        /// <summary><see cref="Modules.SiLU"/> by straight lines.</summary>
        public static Hardswish Hardswish(bool inplace = false) => new(inplace);

        /// <summary>The identity between two bounds.</summary>
        public static Hardtanh Hardtanh(double min_val = -1, double max_val = 1, bool inplace = false) => new(min_val, max_val, inplace);

        /// <summary>Linear, with a smaller slope below zero.</summary>
        public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

        /// <summary>The logarithm of the logistic function.</summary>
        public static LogSigmoid LogSigmoid() => new();

        /// <summary>The logarithm of <see cref="Modules.Softmax"/>.</summary>
        public static LogSoftmax LogSoftmax(long dim) => new(dim);

        /// <summary><c>x · tanh(softplus(x))</c>.</summary>
        public static Mish Mish() => new(false);

        /// <summary><c>x · tanh(softplus(x))</c>.</summary>
        public static Mish Mish(bool inplace) => new(inplace);

        /// <summary>Linear, with a slope below zero that is learnt.</summary>
        public static PReLU PReLU(long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) =>
            new(num_parameters, init, device, dtype);

        /// <summary>Rectified linear: <c>max(x, 0)</c>.</summary>
        public static ReLU ReLU(bool inplace = false) => new(inplace);

        /// <summary>Rectified linear, up to 6.</summary>
        public static ReLU6 ReLU6(bool inplace = false) => new(inplace);

        /// <summary>Linear, with a random slope below zero in training.</summary>
        public static RReLU RReLU(double lower = 0.125, double upper = 1.0 / 3.0, bool inplace = false) => new(lower, upper, inplace);

        /// <summary>Scaled <see cref="Modules.ELU"/> that keeps mean and variance.</summary>
        public static SELU SELU(bool inplace = false) => new(inplace);

        /// <summary>The logistic function.</summary>
        public static Sigmoid Sigmoid() => new(false);

        /// <summary>The logistic function.</summary>
        public static Sigmoid Sigmoid(bool inplace) => new(inplace);

        /// <summary><c>x · sigmoid(x)</c>.</summary>
        public static SiLU SiLU() => new(false);

        /// <summary><c>x · sigmoid(x)</c>.</summary>
        public static SiLU SiLU(bool inplace) => new(inplace);

        /// <summary>Exponentials with a sum of one along a dimension.</summary>
        public static Softmax Softmax(long dim) => new(dim);

        /// <summary><see cref="Modules.Softmax"/> over the channels of images.</summary>
        public static Softmax2d Softmax2d() => new();

        /// <summary><see cref="Modules.Softmax"/> of the negative values.</summary>
        public static Softmin Softmin(long dim) => new(dim);

        /// <summary><c>log(1 + exp(beta · x)) / beta</c>.</summary>
        public static Softplus Softplus(double beta = 1, double threshold = 20) => new(beta, threshold);

        /// <summary>Moves values towards zero, as far as that.</summary>
        public static Softshrink Softshrink(double lambda = 0.5) => new(lambda);

        /// <summary><c>x / (1 + |x|)</c>.</summary>
        public static Softsign Softsign() => new(false);

        /// <summary><c>x / (1 + |x|)</c>.</summary>
        public static Softsign Softsign(bool inplace) => new(inplace);

        /// <summary>The hyperbolic tangent.</summary>
        public static Tanh Tanh(bool inplace = false) => new(inplace);

        /// <summary><c>x - tanh(x)</c>.</summary>
        public static Tanhshrink Tanhshrink(bool inplace = false) => new(inplace);

        /// <summary>The identity above a threshold, and one value below.</summary>
        public static Threshold Threshold(double threshold, double value, bool inplace = false) => new(threshold, value, inplace);
    }
}
