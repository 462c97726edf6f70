using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>The largest value in windows.</content>
        public static partial class functional
        {
            /// <summary>The largest value in windows over [batch, channels, length].</summary>
            public static Tensor max_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Aten.Call(
                    "aten::max_pool1d", input, new[] { kernel_size }, One(stride, kernel_size), One(padding, 0), One(dilation, 1),
                    ceil_mode);

            /// <summary>The largest value in windows over [batch, channels, length], and where it was.</summary>
            public static (Tensor output, Tensor indices) max_pool1d_with_indices(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Aten.Call2(
                    "aten::max_pool1d_with_indices", input, new[] { kernel_size }, One(stride, kernel_size), One(padding, 0),
                    One(dilation, 1), ceil_mode);

            /// <summary>The largest value in windows over [batch, channels, height, width].</summary>
            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false) =>
                Aten.Call("aten::max_pool2d", input, kernel_size, strides ?? [], padding ?? [0], dilation ?? [1], ceil_mode);

            /// <summary>The largest value in windows over [batch, channels, height, width].</summary>
            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Aten.Call(
                    "aten::max_pool2d", input, new[] { kernel_size }, One(stride, kernel_size), One(padding, 0), One(dilation, 1),
                    ceil_mode);

            /// <summary>The largest value in windows over [batch, channels, height, width].</summary>
            public static Tensor max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, Sizes(kernel_size), Sizes(stride ?? kernel_size), Sizes(padding, 0), Sizes(dilation, 1), ceil_mode);

            /// <summary>The largest value in windows over [batch, channels, height, width], and where it was.</summary>
            public static (Tensor output, Tensor indices) max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false) =>
                Aten.Call2("aten::max_pool2d_with_indices", input, kernel_size, strides ?? [], padding ?? [0], dilation ?? [1], ceil_mode);

            /// <summary>The largest value in windows over [batch, channels, depth, height, width].</summary>
            public static Tensor max_pool3d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false) =>
                Aten.Call("aten::max_pool3d", input, kernel_size, strides ?? [], padding ?? [0], dilation ?? [1], ceil_mode);

            /// <summary>The largest value in windows over [batch, channels, depth, height, width], and where it was.</summary>
            public static (Tensor output, Tensor indices) max_pool3d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false) =>
                Aten.Call2("aten::max_pool3d_with_indices", input, kernel_size, strides ?? [], padding ?? [0], dilation ?? [1], ceil_mode);
        }
    }
}
