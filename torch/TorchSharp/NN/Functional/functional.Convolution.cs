using TorchSharp.Modules;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>Convolutions.</content>
        public static partial class functional
        {
            /// <summary>A convolution over [batch, channels, length].</summary>
            public static Tensor conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null,
                long groups = 1) =>
                Aten.Call("aten::conv1d", input, weight, bias, One(stride, 1), One(padding, 0), One(dilation, 1), groups);

            /// <summary>A convolution over [batch, channels, length], with the padding given by name.</summary>
            public static Tensor conv1d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid,
                long? dilation = null, long groups = 1) =>
                Aten.Call(
                    "aten::conv1d.padding", input, weight, bias, One(stride, 1), ConvolutionOptions.NameOf(padding), One(dilation, 1),
                    groups);

            /// <summary>A convolution over [batch, channels, height, width].</summary>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                long groups = 1) =>
                Aten.Call("aten::conv2d", input, weight, bias, strides ?? [1], padding ?? [0], dilation ?? [1], groups);

            /// <summary>A convolution over [batch, channels, height, width], with the padding given by name.</summary>
            public static Tensor conv2d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid,
                long[]? dilation = null, long groups = 1) =>
                Aten.Call(
                    "aten::conv2d.padding", input, weight, bias, strides ?? [1], ConvolutionOptions.NameOf(padding), dilation ?? [1],
                    groups);

            /// <summary>A convolution over [batch, channels, depth, height, width].</summary>
            public static Tensor conv3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                long groups = 1) =>
                Aten.Call("aten::conv3d", input, weight, bias, strides ?? [1], padding ?? [0], dilation ?? [1], groups);

            /// <summary>A convolution over [batch, channels, depth, height, width], with the padding given by name.</summary>
            public static Tensor conv3d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid,
                long[]? dilation = null, long groups = 1) =>
                Aten.Call(
                    "aten::conv3d.padding", input, weight, bias, strides ?? [1], ConvolutionOptions.NameOf(padding), dilation ?? [1],
                    groups);

            /// <summary>A transposed convolution over [batch, channels, length].</summary>
            public static Tensor conv_transpose1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null,
                long? dilation = null, long groups = 1) =>
                Aten.Call(
                    "aten::conv_transpose1d", input, weight, bias, One(stride, 1), One(padding, 0), One(output_padding, 0), groups,
                    One(dilation, 1));

            /// <summary>A transposed convolution over [batch, channels, height, width].</summary>
            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Aten.Call(
                    "aten::conv_transpose2d.input", input, weight, bias, strides ?? [1], padding ?? [0], output_padding ?? [0], groups,
                    dilation ?? [1]);

            /// <summary>A transposed convolution over [batch, channels, depth, height, width].</summary>
            public static Tensor conv_transpose3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Aten.Call(
                    "aten::conv_transpose3d.input", input, weight, bias, strides ?? [1], padding ?? [0], output_padding ?? [0], groups,
                    dilation ?? [1]);

            private static long[] One(long? size, long otherwise) => [size ?? otherwise];
        }
    }
}
