using Espalier.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Symbolic;

/// <content>Padding, resizing and windows of images.</content>
public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Adds to both ends of the last dimension.</summary>
            public static SymbolicTensor pad(SymbolicTensor input, Dim pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad, pad], mode, value);

            /// <summary>Adds to both ends of the last dimension.</summary>
            public static SymbolicTensor pad(SymbolicTensor input, (Dim, Dim) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2], mode, value);

            /// <summary>Adds to both ends of the last two dimensions.</summary>
            public static SymbolicTensor pad(
                SymbolicTensor input, (Dim, Dim, Dim, Dim) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>Adds to both ends of the last dimensions; the pairs begin with the last one.</summary>
            public static SymbolicTensor pad(SymbolicTensor input, Dim[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                mode switch
                {
                    PaddingModes.Reflect => input.Record("aten::pad", input, pad, "reflect"),
                    PaddingModes.Replicate => input.Record("aten::pad", input, pad, "replicate"),
                    PaddingModes.Circular => input.Record("aten::pad", input, pad, "circular"),
                    _ => input.Record("aten::pad", input, pad, "constant", value),
                };

            /// <summary>Other spatial sizes, or multiples of them.</summary>
            public static SymbolicTensor interpolate(
                SymbolicTensor x, Dim[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var spatial = x.shape[2..];
                if (scale_factor is { Length: 1 })
                {
                    scale_factor = [.. Enumerable.Repeat(scale_factor[0], spatial.Length)];
                }

                Dim[] sizes = size is { Length: 1 } ? [.. Enumerable.Repeat(size[0], spatial.Length)]
                    : size ?? [.. spatial.Select((s, i) => (Dim)(long)Math.Floor(s.Value * scale_factor![i]))];
                if (mode == InterpolationMode.Area)
                {
                    return x.Record($"aten::adaptive_avg_pool{spatial.Length}d", x, sizes);
                }

                var name = (mode, spatial.Length) switch
                {
                    (InterpolationMode.Nearest, 1 or 2 or 3) => $"aten::upsample_nearest{spatial.Length}d",
                    (InterpolationMode.Linear, 1) => "aten::upsample_linear1d",
                    (InterpolationMode.Bilinear, 2) => "aten::upsample_bilinear2d",
                    (InterpolationMode.Bicubic, 2) => "aten::upsample_bicubic2d",
                    (InterpolationMode.Trilinear, 3) => "aten::upsample_trilinear3d",
                    _ => throw new TraceException($"interpolate with {mode} over {spatial.Length} spatial dimensions has no trace."),
                };
                if (antialias)
                {
                    throw new TraceException("interpolate with antialias has no trace. Mark the method [Opaque].");
                }

                List<Argument> arguments = [x, sizes];
                if (mode != InterpolationMode.Nearest)
                {
                    arguments.Add(align_corners ?? false);
                }

                if (scale_factor is not null && !recompute_scale_factor)
                {
                    arguments.AddRange(scale_factor.Select(s => (Argument)s));
                }

                return x.Record(name, [.. arguments]);
            }

            /// <summary>Other spatial sizes, or multiples of them.</summary>
            public static SymbolicTensor upsample(
                SymbolicTensor input, Dim[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest,
                bool align_corners = false) =>
                interpolate(input, size, scale_factor, (InterpolationMode)mode, align_corners);

            /// <summary>Other sizes of images, interpolated.</summary>
            public static SymbolicTensor upsample_bilinear(
                SymbolicTensor x, Dim[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor, InterpolationMode.Bilinear, align_corners);

            /// <summary>Other spatial sizes, with the nearest elements.</summary>
            public static SymbolicTensor upsample_nearest(
                SymbolicTensor x, Dim[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor);

            /// <summary>Channels as pixels: [N, C r^2, H, W] to [N, C, H r, W r].</summary>
            public static SymbolicTensor pixel_shuffle(SymbolicTensor input, Dim upscale_factor)
            {
                // As reshape and permute, so that labels follow the channels.
                var r = upscale_factor;
                var (channels, height, width) = (input.size(-3), input.size(-2), input.size(-1));
                Dim[] batch = input.shape[..^3];
                var b = batch.Length;
                var blocks = input.reshape([.. batch, channels / (r * r), r, r, height, width]);
                return blocks.permute(Dims.Of([.. Enumerable.Range(0, b + 1).Select(i => (long)i), b + 3, b + 1, b + 4, b + 2]))
                    .reshape([.. batch, channels / (r * r), height * r, width * r]);
            }

            /// <summary>Pixels as channels: [N, C, H r, W r] to [N, C r^2, H, W].</summary>
            public static SymbolicTensor pixel_unshuffle(SymbolicTensor input, Dim downscale_factor)
            {
                var r = downscale_factor;
                var (channels, height, width) = (input.size(-3), input.size(-2), input.size(-1));
                Dim[] batch = input.shape[..^3];
                var b = batch.Length;
                var blocks = input.reshape([.. batch, channels, height / r, r, width / r, r]);
                return blocks.permute(Dims.Of([.. Enumerable.Range(0, b + 1).Select(i => (long)i), b + 2, b + 4, b + 1, b + 3]))
                    .reshape([.. batch, channels * r * r, height / r, width / r]);
            }

            /// <summary>Windows of images as columns: [N, C k^2, L].</summary>
            public static SymbolicTensor unfold(
                SymbolicTensor input, Dim kernel_size, Dim? dilation = null, Dim padding = default, Dim? stride = null) =>
                Unfold(input, [kernel_size], [dilation ?? 1], [padding], [stride ?? 1]);

            /// <summary>Windows of images as columns: [N, C k^2, L].</summary>
            public static SymbolicTensor unfold(
                SymbolicTensor input, (Dim, Dim) kernel_size, (Dim, Dim)? dilation = null, (Dim, Dim)? padding = null, (Dim, Dim)? stride = null) =>
                Unfold(input, Dims.Pair(kernel_size)!, Dims.Pair(dilation) ?? [1], Dims.Pair(padding) ?? [0], Dims.Pair(stride) ?? [1]);

            /// <summary>Adds columns up to images: the way back from unfold.</summary>
            public static SymbolicTensor fold(
                SymbolicTensor input, Dim output_size, Dim kernel_size, Dim? dilation = null, Dim padding = default, Dim? stride = null) =>
                Fold(input, [output_size], [kernel_size], [dilation ?? 1], [padding], [stride ?? 1]);

            /// <summary>Adds columns up to images: the way back from unfold.</summary>
            public static SymbolicTensor fold(
                SymbolicTensor input, (Dim, Dim) output_size, (Dim, Dim) kernel_size, (Dim, Dim)? dilation = null, (Dim, Dim)? padding = null,
                (Dim, Dim)? stride = null) =>
                Fold(
                    input, Dims.Pair(output_size)!, Dims.Pair(kernel_size)!, Dims.Pair(dilation) ?? [1], Dims.Pair(padding) ?? [0],
                    Dims.Pair(stride) ?? [1]);

            private static SymbolicTensor Unfold(SymbolicTensor input, Dim[] kernel, Dim[] dilation, Dim[] padding, Dim[] stride) =>
                input.Record("aten::im2col", input, kernel, dilation, padding, stride);

            private static SymbolicTensor Fold(SymbolicTensor input, Dim[] size, Dim[] kernel, Dim[] dilation, Dim[] padding, Dim[] stride) =>
                input.Record("aten::col2im", input, size, kernel, dilation, padding, stride);
        }
    }
}
