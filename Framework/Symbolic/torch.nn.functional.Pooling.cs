using Espalier.Graphs;

namespace Espalier.Symbolic;

/// <content>Pooling.</content>
public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The greatest in windows over one spatial dimension.</summary>
            public static SymbolicTensor max_pool1d(
                SymbolicTensor input, Dim kernel_size, Dim? stride = null, Dim? padding = null, Dim? dilation = null, bool ceil_mode = false) =>
                MaxPool("aten::max_pool1d", input, [kernel_size], One(stride), One(padding), One(dilation), ceil_mode);

            /// <summary>The greatest in windows over two spatial dimensions.</summary>
            public static SymbolicTensor max_pool2d(
                SymbolicTensor input, Dim kernel_size, Dim? stride = null, Dim? padding = null, Dim? dilation = null, bool ceil_mode = false) =>
                MaxPool("aten::max_pool2d", input, [kernel_size, kernel_size], One(stride), One(padding), One(dilation), ceil_mode);

            /// <summary>The greatest in windows over two spatial dimensions.</summary>
            public static SymbolicTensor max_pool2d(
                SymbolicTensor input, (Dim, Dim) kernel_size, (Dim, Dim)? stride = null, (Dim, Dim)? padding = null,
                (Dim, Dim)? dilation = null, bool ceil_mode = false) =>
                MaxPool(
                    "aten::max_pool2d", input, Dims.Pair(kernel_size)!, Dims.Pair(stride), Dims.Pair(padding), Dims.Pair(dilation), ceil_mode);

            /// <summary>The greatest in windows over two spatial dimensions.</summary>
            public static SymbolicTensor max_pool2d(
                SymbolicTensor input, Dim[] kernel_size, Dim[]? strides = null, Dim[]? padding = null, Dim[]? dilation = null,
                bool ceil_mode = false) =>
                MaxPool("aten::max_pool2d", input, kernel_size, strides, padding, dilation, ceil_mode);

            /// <summary>The greatest in windows over three spatial dimensions.</summary>
            public static SymbolicTensor max_pool3d(
                SymbolicTensor input, Dim[] kernel_size, Dim[]? strides = null, Dim[]? padding = null, Dim[]? dilation = null,
                bool ceil_mode = false) =>
                MaxPool("aten::max_pool3d", input, kernel_size, strides, padding, dilation, ceil_mode);

            /// <summary>Means of windows over one spatial dimension.</summary>
            public static SymbolicTensor avg_pool1d(
                SymbolicTensor input, Dim kernel_size, Dim? stride = null, Dim? padding = null, bool ceil_mode = false,
                bool count_include_pad = true) =>
                AveragePool("aten::avg_pool1d", input, [kernel_size], One(stride), One(padding), ceil_mode, count_include_pad, null);

            /// <summary>Means of windows over two spatial dimensions.</summary>
            public static SymbolicTensor avg_pool2d(
                SymbolicTensor input, Dim kernel_size, Dim? stride = null, Dim padding = default, bool ceil_mode = false,
                bool count_include_pad = true, Dim? divisor_override = null) =>
                AveragePool(
                    "aten::avg_pool2d", input, [kernel_size, kernel_size], One(stride), [padding], ceil_mode, count_include_pad, divisor_override);

            /// <summary>Means of windows over two spatial dimensions.</summary>
            public static SymbolicTensor avg_pool2d(
                SymbolicTensor input, (Dim, Dim) kernel_size, (Dim, Dim)? stride = null, (Dim, Dim)? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, Dim? divisor_override = null) =>
                AveragePool(
                    "aten::avg_pool2d", input, Dims.Pair(kernel_size)!, Dims.Pair(stride), Dims.Pair(padding), ceil_mode, count_include_pad,
                    divisor_override);

            /// <summary>Means of windows over two spatial dimensions.</summary>
            public static SymbolicTensor avg_pool2d(
                SymbolicTensor input, Dim[] kernel_size, Dim[]? stride = null, Dim[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, Dim? divisor_override = null) =>
                AveragePool("aten::avg_pool2d", input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

            /// <summary>Means of windows over three spatial dimensions.</summary>
            public static SymbolicTensor avg_pool3d(
                SymbolicTensor input, Dim[] kernel_size, Dim[]? stride = null, Dim[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, Dim? divisor_override = null) =>
                AveragePool("aten::avg_pool3d", input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

            /// <summary>Norms of windows over one spatial dimension.</summary>
            public static SymbolicTensor lp_pool1d(
                SymbolicTensor input, double norm_type, Dim kernel_size, Dim? stride = null, bool ceil_mode = false) =>
                Root(avg_pool1d(input.pow(norm_type), kernel_size, stride, null, ceil_mode), kernel_size.Value, norm_type);

            /// <summary>Norms of windows over two spatial dimensions.</summary>
            public static SymbolicTensor lp_pool2d(
                SymbolicTensor input, double norm_type, Dim kernel_size, Dim? stride = null, bool ceil_mode = false) =>
                lp_pool2d(input, norm_type, [kernel_size, kernel_size], One(stride), ceil_mode);

            /// <summary>Norms of windows over two spatial dimensions.</summary>
            public static SymbolicTensor lp_pool2d(
                SymbolicTensor input, double norm_type, Dim[] kernel_size, Dim[]? stride = null, bool ceil_mode = false) =>
                Root(avg_pool2d(input.pow(norm_type), kernel_size, stride, null, ceil_mode), kernel_size[0].Value * kernel_size[1].Value, norm_type);

            /// <summary>Means that leave one spatial dimension of the size given.</summary>
            public static SymbolicTensor adaptive_avg_pool1d(SymbolicTensor input, Dim output_size) =>
                input.Record("aten::adaptive_avg_pool1d", input, new[] { output_size });

            /// <summary>Means that leave two spatial dimensions of the size given.</summary>
            public static SymbolicTensor adaptive_avg_pool2d(SymbolicTensor input, Dim output_size) =>
                adaptive_avg_pool2d(input, [output_size, output_size]);

            /// <summary>Means that leave two spatial dimensions of the sizes given.</summary>
            public static SymbolicTensor adaptive_avg_pool2d(SymbolicTensor input, (Dim, Dim) output_size) =>
                adaptive_avg_pool2d(input, [output_size.Item1, output_size.Item2]);

            /// <summary>Means that leave two spatial dimensions of the sizes given.</summary>
            public static SymbolicTensor adaptive_avg_pool2d(SymbolicTensor input, Dim[] output_size) =>
                input.Record("aten::adaptive_avg_pool2d", input, output_size);

            /// <summary>Means that leave three spatial dimensions of the size given.</summary>
            public static SymbolicTensor adaptive_avg_pool3d(SymbolicTensor input, Dim output_size) =>
                adaptive_avg_pool3d(input, [output_size, output_size, output_size]);

            /// <summary>Means that leave three spatial dimensions of the sizes given.</summary>
            public static SymbolicTensor adaptive_avg_pool3d(SymbolicTensor input, Dim[] output_size) =>
                input.Record("aten::adaptive_avg_pool3d", input, output_size);

            /// <summary>The greatest ones, which leave one spatial dimension of the size given.</summary>
            public static SymbolicTensor adaptive_max_pool1d(SymbolicTensor input, Dim output_size) =>
                input.Record("aten::adaptive_max_pool1d", input, new[] { output_size });

            /// <summary>The greatest ones, which leave two spatial dimensions of the sizes given.</summary>
            public static SymbolicTensor adaptive_max_pool2d(SymbolicTensor input, Dim[] output_size) =>
                input.Record("aten::adaptive_max_pool2d", input, output_size);

            /// <summary>The greatest ones, which leave three spatial dimensions of the sizes given.</summary>
            public static SymbolicTensor adaptive_max_pool3d(SymbolicTensor input, Dim[] output_size) =>
                input.Record("aten::adaptive_max_pool3d", input, output_size);

            internal static SymbolicTensor MaxPool(
                string name, SymbolicTensor input, Dim[] kernel, Dim[]? stride, Dim[]? padding, Dim[]? dilation, bool ceil) =>
                input.Record(name, input, kernel, stride ?? kernel, Or(padding, 0), Or(dilation, 1), ceil);

            internal static SymbolicTensor AveragePool(
                string name, SymbolicTensor input, Dim[] kernel, Dim[]? stride, Dim[]? padding, bool ceil, bool includePadding, Dim? divisor)
            {
                Argument[] arguments = [input, kernel, stride ?? kernel, Or(padding, 0), ceil, includePadding];
                return input.Record(name, name.EndsWith("1d", StringComparison.Ordinal) ? arguments : [.. arguments, Dims.Optional(divisor)]);
            }

            // What is left of the p-th powers' means: |sum| times its sign, then the root.
            private static SymbolicTensor Root(SymbolicTensor means, long count, double p) =>
                (means.sign() * means.abs().relu() * count).pow(1 / p);
        }
    }
}
