using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Operators;

/// <summary>Interpolation to other spatial sizes.</summary>
internal static class Resizings
{
    public static IEnumerable<IOperator> All =>
    [
        Resize("aten::upsample_nearest1d", 1, InterpolationMode.Nearest),
        Resize("aten::upsample_nearest2d", 2, InterpolationMode.Nearest),
        Resize("aten::upsample_nearest3d", 3, InterpolationMode.Nearest),
        Resize("aten::upsample_linear1d", 1, InterpolationMode.Linear),
        Resize("aten::upsample_bilinear2d", 2, InterpolationMode.Bilinear),
        Resize("aten::upsample_bicubic2d", 2, InterpolationMode.Bicubic),
        Resize("aten::upsample_trilinear3d", 3, InterpolationMode.Trilinear),
    ];

    private static SpatialOperator Resize(string name, int spatial, InterpolationMode mode) =>
        new(name, spatial, (n, _) => n.Ints(1, spatial), (n, x) =>
        {
            bool? corners = mode == InterpolationMode.Nearest ? null : n.Flag(2);
            var first = mode == InterpolationMode.Nearest ? 2 : 3;
            return n.OptionalNumber(first) is null
                ? nn.functional.interpolate(x, n.Ints(1, spatial), null, mode, corners)
                : nn.functional.interpolate(x, null, [.. Enumerable.Range(first, spatial).Select(i => n.Number(i))], mode, corners);
        });
}
