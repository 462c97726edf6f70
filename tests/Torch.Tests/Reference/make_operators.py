#!/usr/bin/python3
"""Writes operators.json: what PyTorch answers for every case in cases/.

Run with the interpreter whose torch is the libtorch under test:

    /usr/bin/python3 make_operators.py

For each case the file holds the inputs, the outputs, and the gradients of

    L = sum_i sum(out_i * cos(1 + arange(numel(out_i))).reshape(out_i.shape))

over the floating outputs, with respect to every floating input (null where
there is none). One case per line. With --check nothing is written; instead the
cases whose float32 evaluation differs from the float64 one by more than 1e-6
are listed, to tell ill conditioned cases from wrong ones.
"""

import json
import math
import os
import sys

sys.dont_write_bytecode = True

import torch  # noqa: E402

from cases import (  # noqa: E402
    attention, comparison, convolutions, creation, indexing, interpolation, linear_algebra, losses,
    modules, normalization, pointwise, pooling, reductions, repairs, shapes, sorting, activations,
)
from cases.table import CASES  # noqa: E402

AREAS = [
    activations, attention, comparison, convolutions, creation, indexing, interpolation, linear_algebra, losses,
    modules, normalization, pointwise, pooling, reductions, repairs, shapes, sorting,
]


def as_list(outputs):
    return [outputs] if isinstance(outputs, torch.Tensor) else list(outputs)


def weights(out):
    return torch.cos(1 + torch.arange(out.numel(), dtype=torch.float64)).reshape(out.shape)


def evaluate(case, inputs):
    """The outputs, and for every input its gradient or None."""
    outputs = as_list(case.function(*inputs))
    loss = 0
    for out in outputs:
        if out.requires_grad:
            loss = loss + (out.to(torch.float64) * weights(out)).sum()
    leaves = [tensor for tensor in inputs if tensor.requires_grad]
    if not isinstance(loss, torch.Tensor) or not leaves:
        return outputs, [None] * len(inputs)
    gradients = iter(torch.autograd.grad(loss, leaves, allow_unused=True))
    return outputs, [next(gradients) if tensor.requires_grad else None for tensor in inputs]


def numbers(tensor):
    """Shortest decimals that read back as the same float64 (at most 17 significant digits)."""
    result = []
    if tensor.numel() == 0:
        return result
    for value in tensor.detach().clone().reshape(-1).to(torch.float64).tolist():
        if math.isnan(value):
            result.append("NaN")
        elif math.isinf(value):
            result.append("Infinity" if value > 0 else "-Infinity")
        else:
            result.append(int(value) if value == int(value) and abs(value) < 1e15 else value)
    return result


def described(tensor):
    return {
        "shape": list(tensor.shape),
        "dtype": str(tensor.dtype)[len("torch."):],
        "grad": tensor.requires_grad,
        "data": numbers(tensor),
    }


def line(case):
    inputs = case.make_inputs()
    given = [described(tensor) for tensor in inputs]
    try:
        outputs, gradients = evaluate(case, inputs)
    except Exception as error:
        raise ValueError(f"{case.name}: {error}") from error
    for gradient in gradients:
        if gradient is not None and not torch.isfinite(gradient).all():
            raise ValueError(f"{case.name}: a gradient is not finite")
    record = {
        "name": case.name,
        "fixed": case.fixed,
        "inputs": given,
        "outputs": [described(out) for out in outputs],
        "gradients": [None if gradient is None else numbers(gradient) for gradient in gradients],
    }
    return json.dumps(record, separators=(",", ":"), allow_nan=False)


def difference(reference, other):
    reference, other = reference.detach().to(torch.float64), other.detach().to(torch.float64)
    finite = torch.isfinite(reference) & torch.isfinite(other)
    reference, other = reference[finite], other[finite]
    return ((reference - other).norm() / max(reference.norm().item(), 1e-30)).item()


def check(case):
    inputs = case.make_inputs()
    singles = [
        tensor.detach().to(torch.float32).requires_grad_(tensor.requires_grad) if tensor.dtype == torch.float64 else tensor
        for tensor in case.make_inputs()
    ]
    outputs, gradients = evaluate(case, inputs)
    singles_outputs, singles_gradients = evaluate(case, singles)
    for kind, left, right in (("out", outputs, singles_outputs), ("grad", gradients, singles_gradients)):
        for index, (a, b) in enumerate(zip(left, right)):
            if a is not None:
                error = difference(a, b)
                if error > 1e-6:
                    print(f"{case.name} {kind} {index}: {error:.1e}")
                if kind == "grad" and a.norm() == 0:
                    print(f"{case.name} {kind} {index}: the gradient is zero")


def main():
    torch.set_num_threads(1)
    if "--check" in sys.argv:
        for case in CASES.values():
            check(case)
        return
    lines = [line(case) for case in CASES.values()]
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "operators.json")
    with open(path, "w", encoding="ascii", newline="\n") as file:
        file.write('{"cases":[\n' + ",\n".join(lines) + "\n]}\n")
    print(f"{len(lines)} cases, {os.path.getsize(path)} bytes")


if __name__ == "__main__":
    main()
