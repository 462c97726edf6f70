using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>Pooling to a given size.</content>
        public static partial class functional
        {
            /// <summary>The mean in as many windows over [batch, channels, length] as the output has.</summary>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) =>
                Aten.Call("aten::adaptive_avg_pool1d", input, new[] { output_size });

            /// <summary>The largest value in as many windows over [batch, channels, length] as the output has.</summary>
            public static Tensor adaptive_max_pool1d(Tensor input, long output_size)
            {
                var (values, indices) = adaptive_max_pool1d_with_indices(input, output_size);
                indices.Dispose();
                return values;
            }

            /// <summary>The largest value in as many windows over [batch, channels, length] as the output has, and where it was.</summary>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) =>
                Aten.Call2("aten::adaptive_max_pool1d", input, new[] { output_size });

            /// <summary>The mean in as many windows over [batch, channels, height, width] as the output has.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                Aten.Call("aten::adaptive_avg_pool2d", input, output_size);

            /// <summary>The mean in as many windows over [batch, channels, height, width] as the output has.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) =>
                adaptive_avg_pool2d(input, [output_size, output_size]);

            /// <summary>The mean in as many windows over [batch, channels, height, width] as the output has.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                adaptive_avg_pool2d(input, Sizes(output_size));

            /// <summary>The largest value in as many windows over [batch, channels, height, width] as the output has.</summary>
            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size)
            {
                var (values, indices) = adaptive_max_pool2d_with_indices(input, output_size);
                indices.Dispose();
                return values;
            }

            /// <summary>
            /// The largest value in as many windows over [batch, channels, height, width] as the output has, and where it was.
            /// </summary>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) =>
                Aten.Call2("aten::adaptive_max_pool2d", input, output_size);

            /// <summary>The mean in as many windows over [batch, channels, depth, height, width] as the output has.</summary>
            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) =>
                Aten.Call("aten::adaptive_avg_pool3d", input, output_size);

            /// <summary>The mean in as many windows over [batch, channels, depth, height, width] as the output has.</summary>
            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) =>
                adaptive_avg_pool3d(input, [output_size, output_size, output_size]);

            /// <summary>The mean in as many windows over [batch, channels, depth, height, width] as the output has.</summary>
            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) =>
                adaptive_avg_pool3d(input, Sizes(output_size));

            /// <summary>The largest value in as many windows over [batch, channels, depth, height, width] as the output has.</summary>
            public static Tensor adaptive_max_pool3d(Tensor input, long[] output_size)
            {
                var (values, indices) = adaptive_max_pool3d_with_indices(input, output_size);
                indices.Dispose();
                return values;
            }

            /// <summary>
            /// The largest value in as many windows over [batch, channels, depth, height, width] as the output has, and where it was.
            /// </summary>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool3d_with_indices(Tensor input, long[] output_size) =>
                Aten.Call2("aten::adaptive_max_pool3d", input, output_size);
        }
    }
}
