using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Espalier.Torch.Tests.Operators;

/// <summary>Resampling.</summary>
internal static class InterpolationOperators
{
    public static readonly OperatorTable Table = new()
    {
        { "interpolate_nearest_size",
            x => [F.interpolate(x[0], [5, 6])],
            x => [F.interpolate(x[0], size: [5, 6], mode: InterpolationMode.Nearest)] },
        { "interpolate_nearest_scale", x => [F.interpolate(x[0], scale_factor: [2.0, 2.0])] },
        { "interpolate_nearest_1d", x => [F.interpolate(x[0], [7])], x => [F.upsample_nearest1d(x[0], 7, null)] },
        { "interpolate_nearest_3d", x => [F.interpolate(x[0], scale_factor: [2.0, 1.0, 2.0])] },
        { "interpolate_linear", x => [F.interpolate(x[0], [7], null, InterpolationMode.Linear, false)] },
        { "interpolate_linear_aligned", x => [F.interpolate(x[0], [7], null, InterpolationMode.Linear, true)] },
        { "interpolate_bilinear_size", x => [F.interpolate(x[0], [5, 3], null, InterpolationMode.Bilinear, false)] },
        { "interpolate_bilinear_aligned", x => [F.interpolate(x[0], [5, 3], null, InterpolationMode.Bilinear, true)] },
        { "interpolate_bilinear_scale", x => [F.interpolate(x[0], null, [2.0, 2.0], InterpolationMode.Bilinear, false)] },
        { "interpolate_bilinear_scale_fraction", x => [F.interpolate(x[0], null, [1.6, 0.7], InterpolationMode.Bilinear, false)] },
        { "interpolate_bicubic", x => [F.interpolate(x[0], [6, 5], null, InterpolationMode.Bicubic, false)] },
        { "interpolate_bicubic_aligned", x => [F.interpolate(x[0], [6, 5], null, InterpolationMode.Bicubic, true)] },
        { "interpolate_trilinear", x => [F.interpolate(x[0], [3, 3, 4], null, InterpolationMode.Trilinear, false)] },
        { "interpolate_area", x => [F.interpolate(x[0], [2, 3], null, InterpolationMode.Area)] },
        { "upsample_nearest", x => [F.upsample_nearest2d(x[0], null, [2.0, 2.0])] },
        { "upsample_bilinear",
            x => [F.upsample_bilinear(x[0], [4, 5], null, true)],
            x => [F.upsample(x[0], [4, 5], null, UpsampleMode.Bilinear, true)] },
        { "grid_sample", x => [F.grid_sample(x[0], x[1], GridSampleMode.Bilinear, GridSamplePaddingMode.Zeros, false)] },
        { "grid_sample_border", x => [F.grid_sample(x[0], x[1], GridSampleMode.Bilinear, GridSamplePaddingMode.Border, true)] },
        { "grid_sample_nearest", x => [F.grid_sample(x[0], x[1], GridSampleMode.Nearest, GridSamplePaddingMode.Zeros, false)] },
        { "affine_grid", x => [F.affine_grid(x[0], [1, 1, 3, 4], false)] },
    };
}
