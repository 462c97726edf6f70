"""Reading and writing through indices, masks and ranges."""

import torch

from .table import case, flags, real, values, whole

# Reading.
case("index_integer", [real(3, 4)], lambda x: [x[1], x[-1], x[2, 3], x[-1, 0]])
case("index_range", [real(5, 4)], lambda x: [x[1:3], x[:2], x[3:], x[-2:], x[:, 1:3]])
case("index_range_step", [real(6, 4)], lambda x: [x[::2], x[1:6:3, 2:]])
case("index_colon", [real(3, 4)], lambda x: x[:, 2])
case("index_ellipsis", [real(2, 3, 4)], lambda x: [x[..., 1], x[0, ..., 2], x[..., 1:3]])
case("index_none", [real(3, 4)], lambda x: [x[None], x[:, None, 1:3], x[..., None]])
case("index_tensor", [real(5, 3), values([4, 0, 0, 2])], lambda x, i: [x[i], x[:, i[3:]]])
case("index_two_tensors", [real(4, 3), values([0, 3, 1]), values([2, 0, 2])], lambda x, i, j: x[i, j])
case("index_broadcast_tensors", [real(4, 3), values([[0], [3]]), values([2, 0])], lambda x, i, j: x[i, j])
case("index_mask", [real(3, 4), flags(3, 4)], lambda x, m: x[m])
case("index_mask_rows", [real(4, 3), flags(4)], lambda x, m: x[m])
case("index_mixed", [real(3, 4, 2), values([1, 3])], lambda x, i: [x[0, i], x[1:, i, 0]])
case("index_select", [real(4, 3), values([2, 0, 2])], lambda x, i: torch.index_select(x, 0, i))
case("index_select_columns", [real(2, 5), values([4, 1])], lambda x, i: torch.index_select(x, 1, i))
case("gather", [real(3, 4), whole(3, 2, hi=3)], lambda x, i: torch.gather(x, 1, i))
case("gather_rows", [real(3, 4), whole(2, 4, hi=2)], lambda x, i: torch.gather(x, 0, i))
case("take", [real(3, 4), values([[0, 11], [5, 5]])], torch.take)
case("take_along_dim", [real(3, 4), whole(3, 2, hi=3)], lambda x, i: torch.take_along_dim(x, i, 1))
case("masked_select", [real(3, 4), flags(3, 4)], torch.masked_select)
case("where", [flags(3, 4), real(3, 4), real(3, 4)], torch.where)
case("where_broadcast", [flags(3, 1), real(3, 4), real(4)], torch.where)
case("nonzero", [values([[0.0, 1.5, 0.0], [2.5, 0.0, -1.0]])], lambda x: [torch.nonzero(x), torch.argwhere(x)])
case("where_condition", [flags(2, 3)], lambda m: torch.where(m))

# Writing, always to a copy.
case("scatter", [real(3, 4), values([[0, 3], [1, 2], [3, 0]]), real(3, 2)], lambda x, i, s: torch.scatter(x, 1, i, s))
case("scatter_add", [real(3, 4), values([[0, 3], [1, 1], [3, 0]]), real(3, 2)], lambda x, i, s: torch.scatter_add(x, 1, i, s))
case("index_add", [real(4, 3), values([2, 0, 2]), real(3, 3)], lambda x, i, s: torch.index_add(x, 0, i, s, alpha=1.5))
case("index_copy", [real(4, 3), values([2, 0]), real(2, 3)], lambda x, i, s: torch.index_copy(x, 0, i, s))
case("index_fill", [real(4, 3), values([2, 0])], lambda x, i: torch.index_fill(x, 0, i, 1.25))
case("index_put", [real(4, 3), values([2, 0]), values([1, 2]), real(2)], lambda x, i, j, s: x.index_put((i, j), s))
case("index_put_scalar", [real(4, 3), values([2, 0])], lambda x, i: x.index_put((i,), torch.tensor(1.25, dtype=x.dtype)))
case("masked_fill", [real(3, 4), flags(3, 4)], lambda x, m: x.masked_fill(m, -1.5))
case("masked_scatter", [real(3, 4), flags(3, 4), real(6)], lambda x, m, s: x.masked_scatter(m, s))
case("select_scatter", [real(3, 4), real(3)], lambda x, s: torch.select_scatter(x, s, 1, 2))
case("slice_scatter", [real(5, 2), real(2, 2)], lambda x, s: torch.slice_scatter(x, s, 0, 1, 5, 2))
case("diagonal_scatter", [real(3, 3), real(3)], lambda x, s: torch.diagonal_scatter(x, s, 0, 0, 1))


def assigned(index):
    def function(x, *rest):
        result = x.clone()
        *parts, source = rest
        result[index(*parts)] = source
        return result

    return function


case("assign_integer", [real(3, 4), real(4)], assigned(lambda: 1))
case("assign_range", [real(5, 4), real(2, 4)], assigned(lambda: slice(1, 3)))
case("assign_column", [real(3, 4), real(3)], assigned(lambda: (slice(None), 2)))
case("assign_ellipsis", [real(2, 3, 4), real(2, 3)], assigned(lambda: (Ellipsis, 1)))
case("assign_mask", [real(3, 4), flags(3, 4), real(6)], assigned(lambda m: m))
case("assign_tensor", [real(4, 3), values([2, 0]), real(2, 3)], assigned(lambda i: i))
case("assign_element", [real(3, 4), real()], assigned(lambda: (2, 1)))
