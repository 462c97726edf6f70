"""Tensors made from nothing, from arrays and after the model of others."""

import torch
import torch.nn.functional as F

from .table import case, real, values

D = torch.float64


def made(name, function):
    """A case without inputs: the dtypes are those of the call, whatever the test's is."""
    case(name, [], function, fixed=True)


made("zeros", lambda: [
    torch.zeros(2, 3), torch.zeros(2, dtype=torch.int64), torch.zeros(1, 2, 3, dtype=D), torch.zeros(2, 1, 2, 1, dtype=torch.bool)])
made("ones", lambda: [
    torch.ones(2, 3), torch.ones(2, dtype=torch.int32), torch.ones(1, 2, 3, dtype=D), torch.ones(3, dtype=torch.float16)])
made("full", lambda: [
    torch.full((2, 3), 1.25, dtype=D), torch.full((2,), 7, dtype=torch.int64), torch.full((2, 1), 0.5, dtype=torch.float32)])
made("eye", lambda: [torch.eye(3), torch.eye(2, 4, dtype=D)])
made("arange", lambda: [
    torch.arange(5), torch.arange(2, 9, 3), torch.arange(0.0, 1.0, 0.25, dtype=D), torch.arange(1, 4, dtype=torch.float32)])
made("linspace", lambda: [torch.linspace(-1, 1, 5, dtype=D), torch.linspace(0, 3, 4)])
made("logspace", lambda: torch.logspace(-1, 2, 4, dtype=D))
made("tensor_scalars", lambda: [
    torch.tensor(1.5, dtype=D), torch.tensor(2.5), torch.tensor(7), torch.tensor(3, dtype=torch.int32), torch.tensor(True)])
made("tensor_from_arrays", lambda: [
    torch.tensor([1.5, -2.0, 0.25], dtype=D), torch.tensor([1.5, -2.0]), torch.tensor([3, -1]),
    torch.tensor([3, -1], dtype=torch.int32), torch.tensor([7, 200], dtype=torch.uint8), torch.tensor([True, False])])
made("tensor_from_shaped_arrays", lambda: [
    torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], dtype=D), torch.tensor([[[1.0], [2.0]]]),
    torch.tensor([[1, 2], [3, 4]]), torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], dtype=D)])
made("tensor_with_dtype", lambda: [torch.tensor([1.5, -2.0]), torch.tensor([1.0, 0.0], dtype=D), torch.tensor([2, 3], dtype=torch.int32)])
made("from_array", lambda: [torch.tensor([1.5, -2.0], dtype=D), torch.tensor([[1, 2], [3, 4]])])
case("like", [real(2, 3)], lambda x: [
    torch.zeros_like(x), torch.ones_like(x), torch.full_like(x, 2.5), torch.empty_like(x).fill_(1.5)])
case("like_dtype", [values([1, 2, 3])], lambda x: [torch.zeros_like(x), torch.ones_like(x, dtype=torch.float32)])
case("new", [real(2, 3)], lambda x: [x.new_zeros(2, 2), x.new_ones(3, 1), x.new_full((2, 1), 2.5)])
made("tril_triu_of_ones", lambda: [torch.ones(3, 3, dtype=torch.bool).tril(), torch.ones(3, 4, dtype=torch.bool).triu(1)])
made("tril_triu_indices", lambda: [torch.tril_indices(3, 3, 0), torch.triu_indices(3, 4, 1)])
case("one_hot", [values([[2, 0], [1, 3]])], lambda x: [F.one_hot(x, 5), F.one_hot(x)])
case("scalar_to_tensor", [real(2)], lambda x: x * torch.tensor(2.5, dtype=x.dtype))
made("windows", lambda: [
    torch.hann_window(6, dtype=D), torch.hann_window(5, periodic=False, dtype=D), torch.hamming_window(4, True, 0.5, 0.375, dtype=D)])
made("size_zero", lambda: [torch.zeros(0, 3, dtype=D), torch.zeros(0, 3, dtype=D).sum(0)])
