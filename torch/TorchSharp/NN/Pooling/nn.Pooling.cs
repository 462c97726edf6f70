using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The largest value in windows over [batch, channels, length].</summary>
        public static MaxPool1d MaxPool1d(
            long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The largest value in windows over [batch, channels, height, width].</summary>
        public static MaxPool2d MaxPool2d(
            long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new(Square(kernel_size), Square(stride ?? kernel_size), Square(padding ?? 0), Square(dilation ?? 1), ceil_mode);

        /// <summary>The largest value in windows over [batch, channels, height, width].</summary>
        public static MaxPool2d MaxPool2d(
            (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null,
            bool ceil_mode = false) =>
            new(Sizes(kernel_size), Sizes(stride ?? kernel_size), Sizes(padding, 0), Sizes(dilation, 1), ceil_mode);

        /// <summary>The largest value in windows over [batch, channels, height, width].</summary>
        public static MaxPool2d MaxPool2d(
            long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The largest value in windows over [batch, channels, depth, height, width].</summary>
        public static MaxPool3d MaxPool3d(
            long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new(Cube(kernel_size), Cube(stride ?? kernel_size), Cube(padding ?? 0), Cube(dilation ?? 1), ceil_mode);

        /// <summary>The largest value in windows over [batch, channels, depth, height, width].</summary>
        public static MaxPool3d MaxPool3d(
            (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null,
            (long, long, long)? dilation = null, bool ceil_mode = false) =>
            new(Sizes(kernel_size), Sizes(stride ?? kernel_size), Sizes(padding, 0), Sizes(dilation, 1), ceil_mode);

        /// <summary>The largest value in windows over [batch, channels, depth, height, width].</summary>
        public static MaxPool3d MaxPool3d(
            long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The mean in windows over [batch, channels, length].</summary>
        public static AvgPool1d AvgPool1d(
            long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true) =>
            new(kernel_size, stride, padding, ceil_mode, count_include_pad);

        /// <summary>The mean in windows over [batch, channels, height, width].</summary>
        public static AvgPool2d AvgPool2d(
            long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true,
            long? divisor_override = null) =>
            new(Square(kernel_size), Square(stride ?? kernel_size), Square(padding ?? 0), ceil_mode, count_include_pad, divisor_override);

        /// <summary>The mean in windows over [batch, channels, height, width].</summary>
        public static AvgPool2d AvgPool2d(
            (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false,
            bool count_include_pad = true, long? divisor_override = null) =>
            new(Sizes(kernel_size), Sizes(stride ?? kernel_size), Sizes(padding, 0), ceil_mode, count_include_pad, divisor_override);

        /// <summary>The mean in windows over [batch, channels, height, width].</summary>
        public static AvgPool2d AvgPool2d(
            long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true,
            long? divisor_override = null) =>
            new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

        /// <summary>The mean in windows over [batch, channels, depth, height, width].</summary>
        public static AvgPool3d AvgPool3d(
            long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true,
            long? divisor_override = null) =>
            new(Cube(kernel_size), Cube(stride ?? kernel_size), Cube(padding ?? 0), ceil_mode, count_include_pad, divisor_override);

        /// <summary>The mean in windows over [batch, channels, depth, height, width].</summary>
        public static AvgPool3d AvgPool3d(
            (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null, bool ceil_mode = false,
            bool count_include_pad = true, long? divisor_override = null) =>
            new(Sizes(kernel_size), Sizes(stride ?? kernel_size), Sizes(padding, 0), ceil_mode, count_include_pad, divisor_override);

        /// <summary>The mean in windows over [batch, channels, depth, height, width].</summary>
        public static AvgPool3d AvgPool3d(
            long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true,
            long? divisor_override = null) =>
            new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

        /// <summary>The p-norm of windows over [batch, channels, length].</summary>
        public static LPPool1d LPPool1d(double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
            new(norm_type, kernel_size, stride, ceil_mode);

        /// <summary>The p-norm of windows over [batch, channels, height, width].</summary>
        public static LPPool2d LPPool2d(double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
            new(norm_type, Square(kernel_size), stride is { } step ? Square(step) : null, ceil_mode);

        /// <summary>The p-norm of windows over [batch, channels, height, width].</summary>
        public static LPPool2d LPPool2d(double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false) =>
            new(norm_type, kernel_size, stride, ceil_mode);
    }
}
