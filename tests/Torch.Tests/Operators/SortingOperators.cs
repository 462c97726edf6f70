using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Operators;

/// <summary>Orders, counts and searches.</summary>
internal static class SortingOperators
{
    public static readonly OperatorTable Table = new()
    {
        { "sort", x => Pair(x[0].sort()), x => Pair(sort(x[0])) },
        { "sort_descending", x => Pair(x[0].sort(0, true)), x => Pair(sort(x[0], 0, true)) },
        { "sort_stable", x => Pair(x[0].sort(0, false, true)) },
        { "argsort", x => [x[0].argsort(), x[0].argsort(0, true)], x => [argsort(x[0]), argsort(x[0], 0, true)] },
        { "msort", x => [x[0].msort()], x => [msort(x[0])] },
        { "topk", x => Pair(x[0].topk(2)), x => Pair(topk(x[0], 2)) },
        { "topk_smallest", x => Pair(x[0].topk(2, 0, false)), x => Pair(topk(x[0], 2, 0, false)) },
        { "kthvalue", x => Pair(x[0].kthvalue(2, 1)), x => Pair(kthvalue(x[0], 2, 1)) },
        { "kthvalue_keepdim", x => Pair(x[0].kthvalue(3, 0, true)) },
        { "unique", x => Triple(x[0].unique(true, true, true)) },
        { "unique_float", x => [x[0].unique().output] },
        { "unique_dim", x => Triple(x[0].unique(true, true, true, 0)) },
        { "unique_consecutive", x => Triple(x[0].unique_consecutive(true, true)) },
        { "searchsorted", x => [
            searchsorted(x[0], x[1]), searchsorted(x[0], x[1], right: true), searchsorted(x[0], x[1], out_int32: true)] },
        { "bucketize",
            x => [bucketize(x[0], x[1]), bucketize(x[0], x[1], false, true)],
            x => [x[0].bucketize(x[1]), x[0].bucketize(x[1], false, true)] },
        { "bincount", x => [bincount(x[0]), bincount(x[0], minlength: 6)], x => [x[0].bincount(null), x[0].bincount(null, 6)] },
        { "bincount_weights", x => [bincount(x[0], x[1])], x => [x[0].bincount(x[1])] },
    };

    private static Tensor[] Pair((Tensor Values, Tensor Indices) pair) => [pair.Values, pair.Indices];

    private static Tensor[] Triple((Tensor Output, Tensor? Inverse, Tensor? Counts) triple) =>
        [triple.Output, triple.Inverse!, triple.Counts!];
}
