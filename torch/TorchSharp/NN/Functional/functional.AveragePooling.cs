using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>Means and norms in windows.</content>
        public static partial class functional
        {
            /// <summary>The mean in windows over [batch, channels, length].</summary>
            public static Tensor avg_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false,
                bool count_include_pad = true) =>
                Aten.Call(
                    "aten::avg_pool1d", input, new[] { kernel_size }, One(stride, kernel_size), One(padding, 0), ceil_mode,
                    count_include_pad);

            /// <summary>The mean in windows over [batch, channels, height, width].</summary>
            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                Aten.Call(
                    "aten::avg_pool2d", input, kernel_size, stride ?? [], padding ?? [0], ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean in windows over [batch, channels, height, width].</summary>
            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, [kernel_size], [stride ?? kernel_size], [padding], ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean in windows over [batch, channels, height, width].</summary>
            public static Tensor avg_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(
                    input, Sizes(kernel_size), Sizes(stride ?? kernel_size), Sizes(padding, 0), ceil_mode, count_include_pad,
                    divisor_override);

            /// <summary>The mean in windows over [batch, channels, depth, height, width].</summary>
            public static Tensor avg_pool3d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                Aten.Call(
                    "aten::avg_pool3d", input, kernel_size, stride ?? [], padding ?? [0], ceil_mode, count_include_pad, divisor_override);

            /// <summary>The p-norm of windows over [batch, channels, length].</summary>
            public static Tensor lp_pool1d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false)
            {
                using var powers = Aten.Call("aten::pow.Tensor_Scalar", input, norm_type);
                using var means = avg_pool1d(powers, kernel_size, stride, 0, ceil_mode);
                return Root(means, norm_type, kernel_size);
            }

            /// <summary>The p-norm of windows over [batch, channels, height, width].</summary>
            public static Tensor lp_pool2d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                lp_pool2d(input, norm_type, [kernel_size, kernel_size], stride is { } step ? [step, step] : null, ceil_mode);

            /// <summary>The p-norm of windows over [batch, channels, height, width].</summary>
            public static Tensor lp_pool2d(
                Tensor input, double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false)
            {
                using var powers = Aten.Call("aten::pow.Tensor_Scalar", input, norm_type);
                using var means = avg_pool2d(powers, kernel_size, stride, null, ceil_mode);
                return Root(means, norm_type, kernel_size.TotalSize());
            }

            /// <summary>The p-th root of sums, from means. Where the sum is zero, so is the gradient.</summary>
            private static Tensor Root(Tensor means, double p, long count)
            {
                using var scope = NewDisposeScope();
                var rectified = Aten.Call("aten::mul.Tensor", Aten.Call("aten::sign", means), relu(Aten.Call("aten::abs", means)));
                var sums = Aten.Call("aten::mul.Scalar", rectified, count);
                return Aten.Call("aten::pow.Tensor_Scalar", sums, 1 / p).MoveToOuterDisposeScope();
            }
        }
    }
}
