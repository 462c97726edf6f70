using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>Images.</content>
        public static partial class functional
        {
            /// <summary>[*, channels · factor², height, width] to [*, channels, height · factor, width · factor].</summary>
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) =>
                Aten.Call("aten::pixel_shuffle", input, upscale_factor);

            /// <summary>[*, channels, height · factor, width · factor] to [*, channels · factor², height, width].</summary>
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) =>
                Aten.Call("aten::pixel_unshuffle", input, downscale_factor);

            /// <summary>Looks up an image at the positions of a grid.</summary>
            /// <param name="input">[batch, channels, height, width], or with a depth.</param>
            /// <param name="grid">[batch, height, width, 2], or with a depth and 3: positions from -1 to 1.</param>
            /// <param name="mode">How values between elements are found.</param>
            /// <param name="padding_mode">What lies outside the image.</param>
            /// <param name="align_corners">Whether -1 and 1 are the centres of the corners, and not the edges.</param>
            public static Tensor grid_sample(
                Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null)
            {
                // libtorch's numbers are others than TorchSharp's.
                var interpolation = mode == GridSampleMode.Bilinear ? 0 : 1;
                var outside = padding_mode switch { GridSamplePaddingMode.Border => 1, GridSamplePaddingMode.Reflection => 2, _ => 0 };
                return Aten.Call("aten::grid_sampler", input, grid, interpolation, outside, align_corners ?? false);
            }

            /// <summary>The grid of an affine transformation, for <see cref="grid_sample"/>.</summary>
            /// <param name="theta">[batch, 2, 3] or [batch, 3, 4].</param>
            /// <param name="size">[batch, channels, height, width] or with a depth: the output's.</param>
            /// <param name="align_corners">Whether -1 and 1 are the centres of the corners, and not the edges.</param>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false)
            {
                ArgumentNullException.ThrowIfNull(size);
                return Aten.Call("aten::affine_grid_generator", theta, size, align_corners);
            }

            /// <summary>The windows of [batch, channels, height, width] as the columns of [batch, channels · window, windows].</summary>
            public static Tensor unfold(
                Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null,
                (long, long)? stride = null) =>
                Aten.Call("aten::im2col", input, Sizes(kernel_size), Sizes(dilation, 1), Sizes(padding, 0), Sizes(stride, 1));

            /// <summary>The windows of [batch, channels, height, width] as the columns of [batch, channels · window, windows].</summary>
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <summary>The columns of [batch, channels · window, windows] added up to [batch, channels, height, width].</summary>
            public static Tensor fold(
                Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null,
                (long, long)? padding = null, (long, long)? stride = null) =>
                Aten.Call(
                    "aten::col2im", input, Sizes(output_size), Sizes(kernel_size), Sizes(dilation, 1), Sizes(padding, 0), Sizes(stride, 1));

            /// <summary>The columns of [batch, channels · window, windows] added up to [batch, channels, height, width].</summary>
            public static Tensor fold(
                Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                fold(
                    input, (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding),
                    (stride, stride));
        }
    }
}
