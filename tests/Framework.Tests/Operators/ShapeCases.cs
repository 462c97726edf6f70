using Espalier.Symbolic;
using static Espalier.Framework.Tests.Operators.Input;
using static TorchSharp.torch;
using S = Espalier.Symbolic.torch;

namespace Espalier.Framework.Tests.Operators;

/// <summary>Shapes, joins, parts, positions and constants.</summary>
internal static class ShapeCases
{
    public static CaseTable All => new()
    {
        { "aten::reshape", [Normal(2, 3, 4)], x => x[0].reshape(4, -1), x => x[0].reshape(4, -1) },
        { "aten::view", [Normal(2, 3, 4)], x => x[0].view(6, 4), x => x[0].view(6, 4) },
        { "aten::flatten.using_ints", [Normal(2, 3, 4)], x => x[0].flatten(1), x => x[0].flatten(1) },
        { "aten::flatten.using_ints of a number", [Normal()], x => x[0].flatten(), x => x[0].flatten() },
        { "aten::unflatten.int", [Normal(2, 12)], x => x[0].unflatten(1, 3, -1), x => x[0].unflatten(1, 3, -1) },
        { "aten::squeeze", [Normal(2, 1, 3, 1)], x => x[0].squeeze(), x => x[0].squeeze() },
        { "aten::squeeze.dim", [Normal(2, 1, 3, 1)], x => x[0].squeeze(-1), x => x[0].squeeze(-1) },
        { "aten::squeeze.dim of another size", [Normal(2, 1)], x => x[0].squeeze(0), x => x[0].squeeze(0) },
        { "aten::unsqueeze", [Normal(2, 3)], x => x[0].unsqueeze(-1), x => x[0].unsqueeze(-1) },
        { "aten::permute", [Normal(2, 3, 4)], x => x[0].permute(2, 0, 1), x => x[0].permute(2, 0, 1) },
        { "aten::transpose.int", [Normal(2, 3, 4)], x => x[0].transpose(0, -1), x => x[0].transpose(0, -1) },
        { "aten::t", [Normal(2, 3)], x => x[0].t(), x => x[0].t() },
        { "mT", [Normal(2, 3, 4)], x => x[0].mT, x => x[0].mT },
        { "movedim", [Normal(2, 3, 4, 5)], x => x[0].movedim([0, -1], [2, 0]), x => x[0].movedim([0, -1], [2, 0]) },
        { "aten::expand", [Normal(3, 1)], x => x[0].expand(2, -1, 4), x => x[0].expand(2, -1, 4) },
        { "aten::expand_as", [Normal(3, 1), Normal(2, 3, 4)], x => x[0].expand_as(x[1]), x => x[0].expand_as(x[1]) },
        { "aten::broadcast_to", [Normal(3, 1)], x => x[0].broadcast_to(2, 3, 4), x => x[0].broadcast_to(2, 3, 4) },
        { "aten::repeat", [Normal(2, 3)], x => x[0].repeat(2, 1, 3), x => x[0].repeat(2, 1, 3) },
        { "aten::repeat_interleave.self_int", [Normal(2, 3)], x => x[0].repeat_interleave(2, 1), x => x[0].repeat_interleave(2, 1) },
        { "aten::repeat_interleave.self_int of all", [Normal(2, 3)], x => x[0].repeat_interleave(2), x => x[0].repeat_interleave(2) },
        { "tile", [Normal(2, 3)], x => x[0].tile([2]), x => x[0].tile([2]) },
        { "channel_shuffle", [Normal(2, 6, 3, 3)], x => x[0].channel_shuffle(2), x => x[0].reshape(2, 2, 3, 3, 3).transpose(1, 2).reshape(2, 6, 3, 3) },
        { "pixel_shuffle", [Normal(2, 8, 3, 4)], x => S.nn.functional.pixel_shuffle(x[0], 2), x => nn.functional.pixel_shuffle(x[0], 2) },
        { "pixel_unshuffle", [Normal(2, 2, 6, 4)], x => S.nn.functional.pixel_unshuffle(x[0], 2), x => nn.functional.pixel_unshuffle(x[0], 2) },
        { "aten::unfold", [Normal(2, 7)], x => x[0].unfold(1, 3, 2), x => x[0].unfold(1, 3, 2) },
        { "aten::diagonal", [Normal(2, 3, 4)], x => x[0].diagonal(1, 1, 2), x => x[0].diagonal(1, 1, 2) },
        { "aten::cat", [Normal(2, 3), Normal(2, 5)], x => S.cat([x[0], x[1]], -1), x => cat([x[0], x[1]], -1) },
        { "aten::cat, mixed", [Normal(3), Whole(5, 2)], x => S.cat([x[0], x[1]]), x => cat([x[0], x[1]]) },
        { "aten::stack", [Normal(2, 3), Normal(2, 3)], x => S.stack([x[0], x[1]], 1), x => stack([x[0], x[1]], 1) },
        { "hstack and vstack", [Normal(3), Normal(3)], x => S.vstack([S.hstack(x[0], x[1]), S.hstack(x[1], x[0])]), x => vstack([hstack(x[0], x[1]), hstack(x[1], x[0])]) },
        {
            "column_stack, row_stack and dstack", [Normal(3), Normal(3)],
            x => S.dstack(S.column_stack(x[0], x[1]), S.row_stack(x[0], x[1]).t()), x => dstack(column_stack(x[0], x[1]), row_stack(x[0], x[1]).t())
        },
        { "chain_matmul", [Normal(2, 3), Normal(3, 4), Normal(4, 2)], x => S.chain_matmul(x[0], x[1], x[2]), x => x[0].mm(x[1]).mm(x[2]) },
        { "hsplit", [Normal(2, 6)], x => x[0].hsplit(3), x => x[0].tensor_split(3, 1) },
        { "meshgrid", [Normal(3), Normal(4)], x => S.meshgrid([x[0], x[1]]), x => meshgrid([x[0], x[1]]) },
        { "meshgrid of columns", [Normal(3), Normal(4)], x => S.meshgrid([x[0], x[1]], "xy"), x => meshgrid([x[0], x[1]], "xy") },
        { "broadcast_tensors", [Normal(3, 1), Normal(4)], x => S.broadcast_tensors(x[0], x[1]), x => [.. broadcast_tensors(x[0], x[1])] },
        { "aten::chunk", [Normal(2, 7)], x => x[0].chunk(3, 1), x => x[0].chunk(3, 1) },
        { "aten::split.Tensor", [Normal(2, 7)], x => x[0].split(3, 1), x => x[0].split(3, 1) },
        { "aten::split_with_sizes", [Normal(2, 7)], x => x[0].split([2, 5], -1), x => x[0].split([2, 5], -1) },
        { "aten::tensor_split.sections", [Normal(2, 7)], x => x[0].tensor_split(3, 1), x => x[0].tensor_split(3, 1) },
        { "aten::tensor_split.indices", [Normal(2, 7)], x => x[0].tensor_split([2, 4], 1), x => x[0].tensor_split([2, 4], 1) },
        { "aten::unbind.int", [Normal(3, 2)], x => x[0].unbind(), x => x[0].unbind() },
        { "aten::select.int", [Normal(3, 2)], x => x[0].select(0, -1), x => x[0].select(0, -1) },
        { "aten::narrow", [Normal(3, 5)], x => x[0].narrow(1, 1, 3), x => x[0].narrow(1, 1, 3) },
        { "aten::slice.Tensor", [Normal(3, 9)], x => x[0].slice(1, 1, -1, 2), x => x[0].slice(1, 1, -1, 2) },
        { "aten::slice.Tensor past the end", [Normal(3, 9)], x => x[0].slice(1, 4, 99, 2), x => x[0].slice(1, 4, 99, 2) },
        { "indices of all kinds", [Normal(4, 5, 6)], x => x[0][.., -1, SymbolicIndex.None, 1..^2], x => x[0][TensorIndex.Colon, -1, TensorIndex.None, 1..^2] },
        { "indices with an ellipsis", [Normal(4, 5, 6)], x => x[0][SymbolicIndex.Ellipsis, ..3], x => x[0][TensorIndex.Ellipsis, ..3] },
        { "indices with a step", [Normal(9)], x => x[0][SymbolicIndex.Slice(1, null, 3)], x => x[0][TensorIndex.Slice(1, null, 3)] },
        { "aten::index.Tensor", [Normal(4, 5, 6), Whole(5, 3, 2)], x => x[0][SymbolicIndex.Colon, x[1]], x => x[0][TensorIndex.Colon, TensorIndex.Tensor(x[1])] },
        {
            "aten::index.Tensor, two that are not neighbours", [Normal(4, 5, 6), Whole(4, 3), Whole(6, 3)], x => x[0][x[1], SymbolicIndex.Colon, x[2]],
            x => x[0][TensorIndex.Tensor(x[1]), TensorIndex.Colon, TensorIndex.Tensor(x[2])]
        },
        { "aten::index_select", [Normal(4, 5), Whole(5, 3)], x => x[0].index_select(1, x[1]), x => x[0].index_select(1, x[1]) },
        { "aten::gather", [Normal(4, 5), Whole(5, 4, 2)], x => x[0].gather(1, x[1]), x => x[0].gather(1, x[1]) },
        { "aten::embedding", [Normal(7, 4), Whole(7, 2, 3)], x => x[1].Record("aten::embedding", x[0], x[1]), x => x[0][TensorIndex.Tensor(x[1])] },
        { "aten::scatter.src", [Normal(4, 5), Whole(5, 4, 1), Normal(4, 1)], x => x[0].scatter(1, x[1], x[2]), x => x[0].scatter(1, x[1], x[2]) },
        { "aten::scatter_add", [Normal(4, 5), Whole(5, 4, 2), Normal(4, 2)], x => x[0].scatter_add(1, x[1], x[2]), x => x[0].scatter_add(1, x[1], x[2]) },
        { "aten::index_add", [Normal(4, 5), Whole(5, 2), Normal(4, 2)], x => x[0].index_add(1, x[1], x[2], 2), x => x[0].index_add(1, x[1], x[2], 2) },
        { "aten::zeros", [Normal(2)], x => S.zeros([x[0].size(0), 3]), x => zeros([x[0].shape[0], 3]) },
        { "aten::ones", [], x => S.ones([2, 3], int64), x => ones([2, 3], int64) },
        { "aten::full", [], x => S.full([2], 1.5), x => full([2], 1.5) },
        { "aten::arange.start_step", [], x => S.arange(1, 9, 3), x => arange(1, 9, 3) },
        { "aten::arange.start_step, floating", [], x => S.arange(0, 1, 0.3), x => arange(0f, 1f, 0.3f) },
        { "aten::linspace", [], x => S.linspace(0, 1, 5), x => linspace(0, 1, 5) },
        { "aten::eye.m", [], x => S.eye(3), x => eye(3) },
        { "aten::zeros_like", [Normal(2, 3)], x => x[0].zeros_like(), x => x[0].zeros_like() },
        { "aten::ones_like", [Normal(2, 3)], x => x[0].ones_like(int64), x => x[0].ones_like(int64) },
        { "aten::full_like", [Normal(2, 3)], x => x[0].full_like(3), x => x[0].full_like(3) },
        { "in place", [Normal(2, 3), Normal(3)], x => x[0].clone().add_(x[1]).mul_(2).relu_(), x => x[0].clone().add_(x[1]).mul_(2).relu_() },

        // Random: shapes and dtypes are compared, and numbers after multiplication with zero.
        { "aten::rand", [], x => S.rand([2, 3]) * 0, x => rand(2, 3) * 0 },
        { "aten::randn", [], x => S.randn([2, 3]) * 0, x => randn(2, 3) * 0 },
        { "aten::bernoulli", [Share(2, 3)], x => x[0].bernoulli() * 0, x => x[0].bernoulli() * 0 },
        { "aten::bernoulli.p", [], x => S.empty([2, 1]).bernoulli_(0.3) * 0, x => empty([2, 1]).bernoulli_(0.3) * 0 },
        { "aten::rand_like", [Normal(2, 3)], x => x[0].rand_like() * 0, x => x[0].rand_like() * 0 },
        { "aten::randn_like", [Normal(2, 3)], x => x[0].randn_like() * 0, x => x[0].randn_like() * 0 },
    };
}
