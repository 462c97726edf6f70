using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>Normalisation.</content>
        public static partial class functional
        {
            /// <summary>Normalises each channel over the batch.</summary>
            /// <param name="input">[batch, channels, ...].</param>
            /// <param name="running_mean">[channels]; updated in training, used otherwise.</param>
            /// <param name="running_var">[channels]; updated in training, used otherwise.</param>
            /// <param name="weight">[channels]: multiplied with.</param>
            /// <param name="bias">[channels]: added.</param>
            /// <param name="training">Whether the batch's own statistics are used.</param>
            /// <param name="momentum">The batch's share in the running statistics.</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false,
                double momentum = 0.1, double eps = 1E-05) =>
                Aten.Call("aten::batch_norm", input, weight, bias, running_mean, running_var, training, momentum, eps, true);

            /// <summary>Normalises each channel of each input by itself.</summary>
            /// <param name="input">[batch, channels, ...].</param>
            /// <param name="running_mean">[channels].</param>
            /// <param name="running_var">[channels].</param>
            /// <param name="weight">[channels]: multiplied with.</param>
            /// <param name="bias">[channels]: added.</param>
            /// <param name="use_input_stats">Whether the input's own statistics are used.</param>
            /// <param name="momentum">The inputs' share in the running statistics.</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor instance_norm(
                Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null,
                bool use_input_stats = true, double momentum = 0.1, double eps = 1E-05) =>
                Aten.Call("aten::instance_norm", input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, true);

            /// <summary>Normalises over the last dimensions.</summary>
            public static Tensor layer_norm(
                Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1E-05) =>
                Aten.Call("aten::layer_norm", input, normalized_shape, weight, bias, eps);

            /// <summary>Normalises over groups of channels.</summary>
            public static Tensor group_norm(
                Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1E-05) =>
                Aten.Call("aten::group_norm", input, num_groups, weight, bias, eps);

            /// <summary>Divides by <c>(k + alpha · mean of the squares of neighbouring channels) ^ beta</c>.</summary>
            /// <param name="input">[batch, channels, ...].</param>
            /// <param name="size">How many channels count.</param>
            /// <param name="alpha">Multiplied with the squares.</param>
            /// <param name="beta">The exponent.</param>
            /// <param name="k">Added to the squares.</param>
            public static Tensor local_response_norm(Tensor input, long size, double alpha = 0.0001, double beta = 0.75, double k = 1)
            {
                if (input.ndim < 3)
                {
                    throw new ArgumentException($"local_response_norm takes inputs with 3 dimensions or more: {input}.", nameof(input));
                }

                using var scope = NewDisposeScope();
                var shape = input.shape;
                var squares = Aten.Call("aten::unsqueeze", Aten.Call("aten::mul.Tensor", input, input), 1);

                // Everything behind the channels as one dimension, so that one kind of pooling does for all.
                squares = Aten.Call("aten::flatten.using_ints", squares, 3, -1);
                squares = Aten.Call("aten::constant_pad_nd", squares, new[] { 0, 0, size / 2, (size - 1) / 2 });
                var mean = Aten.Call("aten::avg_pool2d", squares, new[] { size, 1 }, new long[] { 1 });
                mean = Aten.Call("aten::reshape", mean, shape);
                var sum = Aten.Call("aten::add.Scalar", Aten.Call("aten::mul.Scalar", mean, alpha), k);
                var divisor = Aten.Call("aten::pow.Tensor_Scalar", sum, beta);
                return Aten.Call("aten::div.Tensor", input, divisor).MoveToOuterDisposeScope();
            }

            /// <summary>Divides by the p-norm along a dimension.</summary>
            /// <param name="input">What is normalised.</param>
            /// <param name="p">The norm's exponent.</param>
            /// <param name="dim">The dimension.</param>
            /// <param name="eps">The least that is divided by.</param>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1E-12)
            {
                using var norm = Aten.Call("aten::norm.ScalarOpt_dim", input, (Scalar)p, new[] { dim }, true);
                using var divisor = Aten.Call("aten::clamp_min", norm, eps);
                return Aten.Call("aten::div.Tensor", input, divisor);
            }
        }
    }
}
