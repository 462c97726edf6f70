using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Espalier.Torch.Tests.Operators;

/// <summary>Pooling as functions.</summary>
internal static class PoolingOperators
{
    public static readonly OperatorTable Table = new()
    {
        { "max_pool1d", x => [F.max_pool1d(x[0], 2)] },
        { "max_pool1d_stride", x => [F.max_pool1d(x[0], 3, 2, 1)] },
        { "max_pool2d", x => [F.max_pool2d(x[0], 2)], x => [F.max_pool2d(x[0], (2, 2))], x => [F.max_pool2d(x[0], [2, 2])] },
        { "max_pool2d_stride", x => [F.max_pool2d(x[0], (3, 2), (2, 1), (1, 0))], x => [F.max_pool2d(x[0], [3, 2], [2, 1], [1, 0])] },
        { "max_pool2d_dilation", x => [F.max_pool2d(x[0], (2, 2), (1, 1), (0, 0), (2, 2))] },
        { "max_pool2d_ceil", x => [F.max_pool2d(x[0], 2, ceil_mode: true)] },
        { "max_pool2d_with_indices", x => Pair(F.max_pool2d_with_indices(x[0], [2, 2])) },
        { "max_pool3d", x => [F.max_pool3d(x[0], [2, 2, 2])] },
        { "avg_pool1d", x => [F.avg_pool1d(x[0], 2, 2)] },
        { "avg_pool1d_stride", x => [F.avg_pool1d(x[0], 3, 2, 1)] },
        { "avg_pool2d", x => [F.avg_pool2d(x[0], 2)], x => [F.avg_pool2d(x[0], (2, 2))], x => [F.avg_pool2d(x[0], [2, 2])] },
        { "avg_pool2d_padding", x => [F.avg_pool2d(x[0], (3, 2), (2, 2), (1, 1))] },
        { "avg_pool2d_exclude_padding", x => [F.avg_pool2d(x[0], (3, 2), (2, 2), (1, 1), false, false)] },
        { "avg_pool2d_ceil", x => [F.avg_pool2d(x[0], 2, ceil_mode: true)] },
        { "avg_pool3d", x => [F.avg_pool3d(x[0], [2, 2, 2])] },
        { "adaptive_avg_pool1d", x => [F.adaptive_avg_pool1d(x[0], 3)] },
        { "adaptive_avg_pool2d", x => [F.adaptive_avg_pool2d(x[0], (3, 2))], x => [F.adaptive_avg_pool2d(x[0], [3, 2])] },
        { "adaptive_avg_pool2d_one", x => [F.adaptive_avg_pool2d(x[0], 1)], x => [x[0].mean(new long[] { -2, -1 }, true)] },
        { "adaptive_avg_pool3d", x => [F.adaptive_avg_pool3d(x[0], (2, 2, 2))] },
        { "adaptive_max_pool1d", x => [F.adaptive_max_pool1d(x[0], 3)] },
        { "adaptive_max_pool2d", x => [F.adaptive_max_pool2d(x[0], [3, 2])] },
    };

    private static Tensor[] Pair((Tensor Output, Tensor Indices) pair) => [pair.Output, pair.Indices];
}
