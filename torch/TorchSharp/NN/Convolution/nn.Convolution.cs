using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A convolution over [batch, channels, length].</summary>
        public static Conv1d Conv1d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
            ScalarType? dtype = null) =>
            new(
                in_channels, out_channels, [kernel_size],
                new([stride], [padding], null, [dilation], groups, padding_mode), bias, device, dtype);

        /// <summary>A convolution over [batch, channels, length], with the padding given by name.</summary>
        public static Conv1d Conv1d(
            long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
            ScalarType? dtype = null) =>
            new(
                in_channels, out_channels, [kernel_size],
                new([stride], null, padding, [dilation], groups, padding_mode), bias, device, dtype);

        /// <summary>A convolution over [batch, channels, height, width].</summary>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
            ScalarType? dtype = null) =>
            new(
                in_channels, out_channels, Square(kernel_size),
                new(Square(stride), Square(padding), null, Square(dilation), groups, padding_mode), bias, device, dtype);

        /// <summary>A convolution over [batch, channels, height, width], with the padding given by name.</summary>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
            ScalarType? dtype = null) =>
            new(
                in_channels, out_channels, Square(kernel_size),
                new(Square(stride), null, padding, Square(dilation), groups, padding_mode), bias, device, dtype);

        /// <summary>A convolution over [batch, channels, height, width], with sizes for each dimension.</summary>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
            (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                in_channels, out_channels, Sizes(kernel_size),
                new(Sizes(stride, 1), Sizes(padding, 0), null, Sizes(dilation, 1), groups, padding_mode), bias, device, dtype);

        /// <summary>
        /// A convolution over [batch, channels, height, width], with sizes for each dimension and the padding given by name.
        /// </summary>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, (long, long) kernel_size, Padding padding, (long, long)? stride = null,
            (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                in_channels, out_channels, Sizes(kernel_size),
                new(Sizes(stride, 1), null, padding, Sizes(dilation, 1), groups, padding_mode), bias, device, dtype);

        /// <summary>A convolution over [batch, channels, depth, height, width].</summary>
        public static Conv3d Conv3d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
            ScalarType? dtype = null) =>
            new(
                in_channels, out_channels, Cube(kernel_size),
                new(Cube(stride), Cube(padding), null, Cube(dilation), groups, padding_mode), bias, device, dtype);

        /// <summary>A convolution over [batch, channels, depth, height, width], with the padding given by name.</summary>
        public static Conv3d Conv3d(
            long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
            ScalarType? dtype = null) =>
            new(
                in_channels, out_channels, Cube(kernel_size),
                new(Cube(stride), null, padding, Cube(dilation), groups, padding_mode), bias, device, dtype);

        /// <summary>A convolution over [batch, channels, depth, height, width], with sizes for each dimension.</summary>
        public static Conv3d Conv3d(
            long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long)? stride = null,
            (long, long, long)? padding = null,
            (long, long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                in_channels, out_channels, Sizes(kernel_size),
                new(Sizes(stride, 1), Sizes(padding, 0), null, Sizes(dilation, 1), groups, padding_mode), bias, device, dtype);

        /// <summary>
        /// A convolution over [batch, channels, depth, height, width], with sizes for each dimension and the padding given by name.
        /// </summary>
        public static Conv3d Conv3d(
            long in_channels, long out_channels, (long, long, long) kernel_size, Padding padding, (long, long, long)? stride = null,
            (long, long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                in_channels, out_channels, Sizes(kernel_size),
                new(Sizes(stride, 1), null, padding, Sizes(dilation, 1), groups, padding_mode), bias, device, dtype);
    }
}
