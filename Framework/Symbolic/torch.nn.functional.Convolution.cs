using Espalier.Graphs;
using TorchSharp;

namespace Espalier.Symbolic;

/// <content>Convolutions and products with weights.</content>
public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x weights^T + bias.</summary>
            public static SymbolicTensor linear(SymbolicTensor input, SymbolicTensor weights, SymbolicTensor? bias = null) =>
                input.Record("aten::linear", input, weights, bias);

            /// <summary>For each output k: input1^T weight[k] input2 + bias[k].</summary>
            public static SymbolicTensor bilinear(
                SymbolicTensor input1, SymbolicTensor input2, SymbolicTensor weight, SymbolicTensor? bias = null) =>
                input1.Record("aten::bilinear", input1, input2, weight, bias);

            /// <summary>Convolution over one spatial dimension.</summary>
            public static SymbolicTensor conv1d(
                SymbolicTensor input, SymbolicTensor weight, SymbolicTensor? bias = null, Dim? stride = null, Dim? padding = null,
                Dim? dilation = null, Dim? groups = null) =>
                Convolve("aten::conv1d", input, weight, bias, One(stride), One(padding), One(dilation), groups);

            /// <summary>Convolution over two spatial dimensions.</summary>
            public static SymbolicTensor conv2d(
                SymbolicTensor input, SymbolicTensor weight, SymbolicTensor? bias = null, Dim[]? strides = null, Dim[]? padding = null,
                Dim[]? dilation = null, Dim? groups = null) =>
                Convolve("aten::conv2d", input, weight, bias, strides, padding, dilation, groups);

            /// <summary>Convolution over three spatial dimensions.</summary>
            public static SymbolicTensor conv3d(
                SymbolicTensor input, SymbolicTensor weight, SymbolicTensor? bias = null, Dim[]? strides = null, Dim[]? padding = null,
                Dim[]? dilation = null, Dim? groups = null) =>
                Convolve("aten::conv3d", input, weight, bias, strides, padding, dilation, groups);

            /// <summary>Convolution over one spatial dimension, which keeps its size if padding is the same.</summary>
            public static SymbolicTensor conv1d_padding(
                SymbolicTensor input, SymbolicTensor weight, SymbolicTensor? bias = null, Dim? stride = null, Padding padding = Padding.Valid,
                Dim? dilation = null, Dim? groups = null) =>
                ConvolvePadded("aten::conv1d", input, weight, bias, One(stride), padding, One(dilation), groups);

            /// <summary>Convolution over two spatial dimensions, which keep their size if padding is the same.</summary>
            public static SymbolicTensor conv2d_padding(
                SymbolicTensor input, SymbolicTensor weight, SymbolicTensor? bias = null, Dim[]? strides = null, Padding padding = Padding.Valid,
                Dim[]? dilation = null, Dim? groups = null) =>
                ConvolvePadded("aten::conv2d", input, weight, bias, strides, padding, dilation, groups);

            /// <summary>Convolution over three spatial dimensions, which keep their size if padding is the same.</summary>
            public static SymbolicTensor conv3d_padding(
                SymbolicTensor input, SymbolicTensor weight, SymbolicTensor? bias = null, Dim[]? strides = null, Padding padding = Padding.Valid,
                Dim[]? dilation = null, Dim? groups = null) =>
                ConvolvePadded("aten::conv3d", input, weight, bias, strides, padding, dilation, groups);

            /// <summary>Transposed convolution over one spatial dimension.</summary>
            public static SymbolicTensor conv_transpose1d(
                SymbolicTensor input, SymbolicTensor weight, SymbolicTensor? bias = null, Dim? stride = null, Dim? padding = null,
                Dim? output_padding = null, Dim? dilation = null, Dim? groups = null) =>
                input.Record(
                    "aten::conv_transpose1d", input, weight, bias, stride ?? 1, padding ?? 0, output_padding ?? 0, groups ?? 1, dilation ?? 1);

            /// <summary>Transposed convolution over two spatial dimensions.</summary>
            public static SymbolicTensor conv_transpose2d(
                SymbolicTensor input, SymbolicTensor weight, SymbolicTensor? bias = null, Dim[]? strides = null, Dim[]? padding = null,
                Dim[]? output_padding = null, Dim[]? dilation = null, Dim? groups = null) =>
                Transposed("aten::conv_transpose2d.input", input, weight, bias, strides, padding, output_padding, dilation, groups);

            /// <summary>Transposed convolution over three spatial dimensions.</summary>
            public static SymbolicTensor conv_transpose3d(
                SymbolicTensor input, SymbolicTensor weight, SymbolicTensor? bias = null, Dim[]? strides = null, Dim[]? padding = null,
                Dim[]? output_padding = null, Dim[]? dilation = null, Dim? groups = null) =>
                Transposed("aten::conv_transpose3d.input", input, weight, bias, strides, padding, output_padding, dilation, groups);

            internal static SymbolicTensor Convolve(
                string name, SymbolicTensor input, SymbolicTensor weight, SymbolicTensor? bias, Dim[]? strides, Dim[]? padding, Dim[]? dilation,
                Dim? groups) =>
                input.Record(name, input, weight, bias, Or(strides, 1), Or(padding, 0), Or(dilation, 1), groups ?? 1);

            internal static SymbolicTensor ConvolvePadded(
                string name, SymbolicTensor input, SymbolicTensor weight, SymbolicTensor? bias, Dim[]? strides, Padding padding, Dim[]? dilation,
                Dim? groups)
            {
                if (padding == Padding.Valid)
                {
                    return Convolve(name, input, weight, bias, strides, null, dilation, groups);
                }

                // What the kernel covers beyond one position, half on either side; an odd one more at the end.
                var kernel = weight.Value.Shape.Skip(2).ToArray();
                var cover = kernel.Select((k, i) => ((dilation is { } d ? d[d.Length == 1 ? 0 : i].Value : 1) * (k - 1))).ToArray();
                if (cover.Any(c => c % 2 != 0))
                {
                    input = pad(input, Dims.Of([.. cover.Reverse().SelectMany(c => new[] { c / 2, c - (c / 2) })]));
                    return Convolve(name, input, weight, bias, strides, null, dilation, groups);
                }

                return Convolve(name, input, weight, bias, strides, Dims.Of([.. cover.Select(c => c / 2)]), dilation, groups);
            }

            internal static SymbolicTensor Transposed(
                string name, SymbolicTensor input, SymbolicTensor weight, SymbolicTensor? bias, Dim[]? strides, Dim[]? padding,
                Dim[]? output_padding, Dim[]? dilation, Dim? groups) =>
                input.Record(
                    name, input, weight, bias, Or(strides, 1), Or(padding, 0), Or(output_padding, 0), groups ?? 1, Or(dilation, 1));

            private static Dim[]? One(Dim? size) => size is { } value ? [value] : null;

            private static Argument Or(Dim[]? sizes, long otherwise) => sizes is null ? otherwise : sizes;
        }
    }
}
