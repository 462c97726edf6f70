using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>Images to other sizes.</content>
        public static partial class functional
        {
            /// <summary>Brings [batch, channels, ...] to other sizes.</summary>
            /// <param name="x">The input, with one to three dimensions after the channels.</param>
            /// <param name="size">The sizes, or one for all.</param>
            /// <param name="scale_factor">What the sizes are multiplied with, where they are not given; or one factor for all.</param>
            /// <param name="mode">The way.</param>
            /// <param name="align_corners">Whether the corners' centres stay in place, for linear and cubic ways.</param>
            /// <param name="recompute_scale_factor">Whether positions follow the rounded sizes, and not the exact factors.</param>
            /// <param name="antialias">Whether sizes are reduced without aliasing, for bilinear and bicubic ways.</param>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var dimensions = (int)x.ndim - 2;
                (size, scale_factor) = (ForAll(size, dimensions, nameof(size)), ForAll(scale_factor, dimensions, nameof(scale_factor)));
                if ((size is null) == (scale_factor is null))
                {
                    throw new ArgumentException("Either sizes or scale factors must be given, and not both.");
                }

                if (scale_factor is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                {
                    size = [.. x.shape.Skip(2).Zip(scale_factor, static (length, factor) => (long)Math.Floor(length * factor))];
                    scale_factor = null;
                }

                var align = align_corners ?? false;
                return (mode, dimensions, antialias) switch
                {
                    (InterpolationMode.Nearest, 1, false) => Aten.Call("aten::upsample_nearest1d.vec", x, size, scale_factor),
                    (InterpolationMode.Nearest, 2, false) => Aten.Call("aten::upsample_nearest2d.vec", x, size, scale_factor),
                    (InterpolationMode.Nearest, 3, false) => Aten.Call("aten::upsample_nearest3d.vec", x, size, scale_factor),
                    (InterpolationMode.NearestExact, 1, false) => Aten.Call("aten::_upsample_nearest_exact1d.vec", x, size, scale_factor),
                    (InterpolationMode.NearestExact, 2, false) => Aten.Call("aten::_upsample_nearest_exact2d.vec", x, size, scale_factor),
                    (InterpolationMode.NearestExact, 3, false) => Aten.Call("aten::_upsample_nearest_exact3d.vec", x, size, scale_factor),
                    (InterpolationMode.Area, 1, false) => Aten.Call("aten::adaptive_avg_pool1d", x, size),
                    (InterpolationMode.Area, 2, false) => Aten.Call("aten::adaptive_avg_pool2d", x, size),
                    (InterpolationMode.Area, 3, false) => Aten.Call("aten::adaptive_avg_pool3d", x, size),
                    (InterpolationMode.Linear, 1, false) => Aten.Call("aten::upsample_linear1d.vec", x, size, align, scale_factor),
                    (InterpolationMode.Bilinear, 2, false) => Aten.Call("aten::upsample_bilinear2d.vec", x, size, align, scale_factor),
                    (InterpolationMode.Bilinear, 2, true) => Aten.Call("aten::_upsample_bilinear2d_aa.vec", x, size, align, scale_factor),
                    (InterpolationMode.Bicubic, 2, false) => Aten.Call("aten::upsample_bicubic2d.vec", x, size, align, scale_factor),
                    (InterpolationMode.Bicubic, 2, true) => Aten.Call("aten::_upsample_bicubic2d_aa.vec", x, size, align, scale_factor),
                    (InterpolationMode.Trilinear, 3, false) => Aten.Call("aten::upsample_trilinear3d.vec", x, size, align, scale_factor),
                    _ => throw new ArgumentException(
                        $"{mode}{(antialias ? " without aliasing" : "")} is not possible for {x}.", nameof(mode)),
                };
            }

            /// <summary>Enlarges [batch, channels, ...]: see <see cref="interpolate"/>.</summary>
            public static Tensor upsample(
                Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest,
                bool align_corners = false) =>
                interpolate(input, size, scale_factor, (InterpolationMode)mode, align_corners);

            /// <summary>Enlarges [batch, channels, height, width] bilinearly.</summary>
            public static Tensor upsample_bilinear(
                Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor, InterpolationMode.Bilinear, align_corners);

            /// <summary>Enlarges [batch, channels, ...] with the nearest elements.</summary>
            public static Tensor upsample_nearest(
                Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor, InterpolationMode.Nearest, align_corners);

            /// <summary>Enlarges [batch, channels, length] with the nearest elements.</summary>
            public static Tensor upsample_nearest1d(Tensor input, long? outputSize, double? scaleFactor) => Aten.Call(
                "aten::upsample_nearest1d.vec", input, outputSize is { } size ? new[] { size } : null,
                scaleFactor is { } factor ? new[] { factor } : null);

            /// <summary>Enlarges [batch, channels, height, width] with the nearest elements.</summary>
            public static Tensor upsample_nearest2d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                Aten.Call("aten::upsample_nearest2d.vec", input, outputSizes, scaleFactors);

            /// <summary>Enlarges [batch, channels, depth, height, width] with the nearest elements.</summary>
            public static Tensor upsample_nearest3d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                Aten.Call("aten::upsample_nearest3d.vec", input, outputSizes, scaleFactors);

            private static T[]? ForAll<T>(T[]? values, int dimensions, string what) => values switch
            {
                null => null,
                [var one] => [.. Enumerable.Repeat(one, dimensions)],
                _ when values.Length == dimensions => values,
                _ => throw new ArgumentException($"One value or {dimensions} are needed, and {values.Length} were given.", what),
            };
        }
    }
}
