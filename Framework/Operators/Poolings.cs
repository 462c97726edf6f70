using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Operators;

/// <summary>Pooling over spatial dimensions.</summary>
internal static class Poolings
{
    public static IEnumerable<IOperator> All =>
    [
        new SpatialOperator("aten::max_pool1d", 1, (n, s) => MaxSizes(n, s, 1), (n, x) => nn.functional.max_pool1d(
            x, n.Ints(1)[0], n.Ints(2)[0], n.Ints(3)[0], n.Ints(4, 1, 1)[0], n.Flag(5))),
        new SpatialOperator("aten::max_pool2d", 2, (n, s) => MaxSizes(n, s, 2), (n, x) => nn.functional.max_pool2d(
            x, n.Ints(1, 2), n.Ints(2, 2), n.Ints(3, 2), n.Ints(4, 2, 1), n.Flag(5))),
        new SpatialOperator("aten::max_pool3d", 3, (n, s) => MaxSizes(n, s, 3), (n, x) => nn.functional.max_pool3d(
            x, n.Ints(1, 3), n.Ints(2, 3), n.Ints(3, 3), n.Ints(4, 3, 1), n.Flag(5))),
        new SpatialOperator("aten::avg_pool1d", 1, (n, s) => MeanSizes(n, s, 1), (n, x) => nn.functional.avg_pool1d(
            x, n.Ints(1)[0], n.Ints(2)[0], n.Ints(3)[0], n.Flag(4), n.Flag(5, true))),
        new SpatialOperator("aten::avg_pool2d", 2, (n, s) => MeanSizes(n, s, 2), (n, x) => nn.functional.avg_pool2d(
            x, n.Ints(1, 2), n.Ints(2, 2), n.Ints(3, 2), n.Flag(4), n.Flag(5, true), Divisor(n))),
        new SpatialOperator("aten::avg_pool3d", 3, (n, s) => MeanSizes(n, s, 3), (n, x) => nn.functional.avg_pool3d(
            x, n.Ints(1, 3), n.Ints(2, 3), n.Ints(3, 3), n.Flag(4), n.Flag(5, true), Divisor(n))),
        new SpatialOperator("aten::adaptive_avg_pool1d", 1, Given, (n, x) => nn.functional.adaptive_avg_pool1d(x, n.Ints(1)[0])),
        new SpatialOperator("aten::adaptive_avg_pool2d", 2, Given, (n, x) => nn.functional.adaptive_avg_pool2d(x, n.Ints(1, 2))),
        new SpatialOperator("aten::adaptive_avg_pool3d", 3, Given, (n, x) => nn.functional.adaptive_avg_pool3d(x, n.Ints(1, 3))),
        new SpatialOperator("aten::adaptive_max_pool1d", 1, Given, (n, x) => nn.functional.adaptive_max_pool1d(x, n.Ints(1)[0])),
        new SpatialOperator("aten::adaptive_max_pool2d", 2, Given, (n, x) => nn.functional.adaptive_max_pool2d(x, n.Ints(1, 2))),
        new SpatialOperator("aten::adaptive_max_pool3d", 3, Given, (n, x) => nn.functional.adaptive_max_pool3d(x, n.Ints(1, 3))),
    ];

    private static long? Divisor(Node node) => node.Int(6) is var divisor && divisor == 0 ? null : divisor;

    private static long[] Given(Node node, long[] sizes) => node.Ints(1, sizes.Length);

    private static long[] MaxSizes(Node node, long[] sizes, int spatial) => Sizes(node, sizes, spatial, node.Ints(4, spatial, 1), node.Flag(5));

    private static long[] MeanSizes(Node node, long[] sizes, int spatial) =>
        Sizes(node, sizes, spatial, [.. Enumerable.Repeat(1L, spatial)], node.Flag(4));

    private static long[] Sizes(Node node, long[] sizes, int spatial, long[] dilation, bool ceiling)
    {
        var (kernel, stride, padding) = (node.Ints(1, spatial), node.Ints(2, spatial), node.Ints(3, spatial));
        for (var i = 0; i < spatial; i++)
        {
            if (padding[i] > kernel[i] / 2)
            {
                throw new ArgumentException($"padding {padding[i]} is more than half of the window's {kernel[i]} positions.");
            }
        }

        return [.. sizes.Select((size, i) => Windows.Count(size, kernel[i], stride[i], padding[i], dilation[i], ceiling))];
    }
}
