using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Operators;

/// <summary>Reading and writing through indices, masks and ranges.</summary>
internal static class IndexingOperators
{
    private static readonly TensorIndex Everything = TensorIndex.Colon;
    private static readonly TensorIndex Rest = TensorIndex.Ellipsis;
    private static readonly TensorIndex New = TensorIndex.None;

    public static readonly OperatorTable Table = new()
    {
        { "index_integer",
            x => [x[0][1], x[0][-1], x[0][2, 3], x[0][-1, 0]],
            x => [x[0][TensorIndex.Single(1)], x[0].index(TensorIndex.Single(-1)), x[0].index(2, 3), x[0].select(0, -1).select(0, 0)] },
        { "index_range",
            x => [x[0][1..3], x[0][..2], x[0][3..], x[0][^2..], x[0][.., 1..3]],
            x => [x[0][TensorIndex.Slice(1, 3)], x[0][TensorIndex.Slice(null, 2)], x[0][TensorIndex.Slice(3)],
                x[0][TensorIndex.Slice(-2)], x[0][Everything, TensorIndex.Slice(1, 3)]],
            x => [x[0].index(TensorIndex.Slice(1, 3)), x[0].slice(0, 0, 2, 1), x[0].narrow(0, 3, 2),
                x[0].narrow(0, 3, 2), x[0].slice(1, 1, 3, 1)] },
        { "index_range_step", x => [x[0][TensorIndex.Slice(step: 2)], x[0][TensorIndex.Slice(1, 6, 3), TensorIndex.Slice(2)]] },
        { "index_colon", x => [x[0][Everything, 2]], x => [x[0][.., 2]], x => [x[0].index(Everything, TensorIndex.Single(2))] },
        { "index_ellipsis", x => [x[0][Rest, 1], x[0][0, Rest, 2], x[0][Rest, 1..3]] },
        { "index_none", x => [x[0][New], x[0][Everything, New, 1..3], x[0][Rest, TensorIndex.Null]] },
        { "index_tensor",
            x => [x[0][x[1]], x[0][Everything, TensorIndex.Tensor(x[1][3..])]],
            x => [x[0].index(x[1]), x[0].index(Everything, TensorIndex.Tensor(x[1][3..]))] },
        { "index_two_tensors", x => [x[0][x[1], x[2]]], x => [x[0].index(x[1], x[2])] },
        { "index_broadcast_tensors", x => [x[0][x[1], x[2]]] },
        { "index_mask", x => [x[0][x[1]]], x => [x[0].index(x[1])] },
        { "index_mask_rows", x => [x[0][x[1]]] },
        { "index_mixed", x => [x[0][0, TensorIndex.Tensor(x[1])], x[0][1.., TensorIndex.Tensor(x[1]), 0]] },
        { "index_select", x => [x[0].index_select(0, x[1])], x => [index_select(x[0], 0, x[1])] },
        { "index_select_columns", x => [x[0].index_select(1, x[1])] },
        { "gather", x => [x[0].gather(1, x[1])], x => [gather(x[0], 1, x[1])] },
        { "gather_rows", x => [x[0].gather(0, x[1])] },
        { "take", x => [x[0].take(x[1])], x => [take(x[0], x[1])] },
        { "take_along_dim", x => [x[0].take_along_dim(x[1], 1)], x => [take_along_dim(x[0], x[1], 1)] },
        { "masked_select", x => [x[0].masked_select(x[1])], x => [masked_select(x[0], x[1])] },
        { "where", x => [where(x[0], x[1], x[2])], x => [x[1].where(x[0], x[2])] },
        { "where_broadcast", x => [where(x[0], x[1], x[2])] },
        { "nonzero", x => [x[0].nonzero(), x[0].argwhere()], x => [nonzero(x[0]), argwhere(x[0])] },
        { "where_condition", x => where(x[0]) },

        { "scatter",
            x => [x[0].scatter(1, x[1], x[2])],
            x => [scatter(x[0], 1, x[1], x[2])],
            x => [x[0].clone().scatter_(1, x[1], x[2])] },
        { "scatter_add",
            x => [x[0].scatter_add(1, x[1], x[2])],
            x => [scatter_add(x[0], 1, x[1], x[2])],
            x => [x[0].clone().scatter_add_(1, x[1], x[2])] },
        { "index_add",
            x => [x[0].index_add(0, x[1], x[2], 1.5)],
            x => [index_add(x[0], 0, x[1], x[2], 1.5)],
            x => [x[0].clone().index_add_(0, x[1], x[2], 1.5)] },
        { "index_copy",
            x => [x[0].index_copy(0, x[1], x[2])],
            x => [index_copy(x[0], 0, x[1], x[2])],
            x => [x[0].clone().index_copy_(0, x[1], x[2])] },
        { "index_fill", x => [x[0].index_fill(0, x[1], 1.25)], x => [x[0].clone().index_fill_(0, x[1], 1.25)] },
        { "index_put", x => [x[0].clone().index_put_(x[3], x[1], x[2])], x => [Assigned(x[0], y => y[x[1], x[2]] = x[3])] },
        { "index_put_scalar",
            x => [x[0].clone().index_put_(1.25, x[1])],
            x => [x[0].clone().index_put_(1.25, TensorIndex.Tensor(x[1]))] },
        { "masked_fill", x => [x[0].masked_fill(x[1], -1.5)], x => [x[0].clone().masked_fill_(x[1], -1.5)] },
        { "masked_scatter", x => [x[0].masked_scatter(x[1], x[2])], x => [x[0].clone().masked_scatter_(x[1], x[2])] },
        { "select_scatter", x => [x[0].select_scatter(x[1], 1, 2)], x => [select_scatter(x[0], x[1], 1, 2)] },
        { "slice_scatter", x => [x[0].slice_scatter(x[1], 0, 1, 5, 2)], x => [slice_scatter(x[0], x[1], 0, 1, 5, 2)] },
        { "diagonal_scatter", x => [x[0].diagonal_scatter(x[1], 0, 0, 1)], x => [diagonal_scatter(x[0], x[1], 0, 0, 1)] },

        { "assign_integer", x => [Assigned(x[0], y => y[1] = x[1])], x => [x[0].clone().index_put_(x[1], TensorIndex.Single(1))] },
        { "assign_range", x => [Assigned(x[0], y => y[1..3] = x[1])], x => [x[0].clone().index_put_(x[1], TensorIndex.Slice(1, 3))] },
        { "assign_column", x => [Assigned(x[0], y => y[Everything, 2] = x[1])], x => [Assigned(x[0], y => y[.., 2] = x[1])] },
        { "assign_ellipsis", x => [Assigned(x[0], y => y[Rest, 1] = x[1])] },
        { "assign_mask", x => [Assigned(x[0], y => y[x[1]] = x[2])] },
        { "assign_tensor", x => [Assigned(x[0], y => y[x[1]] = x[2])] },
        { "assign_element", x => [Assigned(x[0], y => y[2, 1] = x[1])] },
    };

    /// <summary>A copy of <paramref name="x"/> after <paramref name="assignment"/>.</summary>
    private static Tensor Assigned(Tensor x, Action<Tensor> assignment)
    {
        var result = x.clone();
        assignment(result);
        return result;
    }
}
