"""The table of cases and the small language in which their inputs are written.

Every number comes from a generator that is seeded with the case's own name, so
adding a case never changes the values of another one.
"""

import random
import zlib

import torch

CASES = {}


class Case:
    def __init__(self, name, inputs, function, fixed):
        self.name = name
        self.inputs = inputs
        self.function = function
        # fixed: float64 results stay float64 when the inputs are cast to float32.
        self.fixed = fixed

    def make_inputs(self):
        generator = random.Random(zlib.crc32(self.name.encode()))
        return [make(generator) for make in self.inputs]


def case(name, inputs, function, fixed=False):
    if name in CASES:
        raise ValueError(f"the case {name} is there twice")
    CASES[name] = Case(name, inputs, function, fixed)


def real(*shape, lo=-2.0, hi=2.0, away=(), gap=0.05, grad=True):
    """Distinct multiples of 1/1024 in [lo, hi], none within `gap` of a number in `away`.

    They are exact in float32, and distinct so that maxima, sorts and medians have no ties.
    """

    def make(generator):
        count = 1
        for size in shape:
            count *= size
        allowed = [
            k / 1024
            for k in range(int(lo * 1024), int(hi * 1024) + 1)
            if all(abs(k / 1024 - kink) > gap for kink in away)
        ]
        data = torch.tensor(generator.sample(allowed, count), dtype=torch.float64)
        return data.reshape(shape).requires_grad_(grad)

    return make


def whole(*shape, lo=0, hi=9, dtype=torch.int64):
    """Integers in [lo, hi]."""

    def make(generator):
        count = 1
        for size in shape:
            count *= size
        return torch.tensor([generator.randint(lo, hi) for _ in range(count)], dtype=dtype).reshape(shape)

    return make


def flags(*shape):
    """Booleans; both values occur."""

    def make(generator):
        count = 1
        for size in shape:
            count *= size
        data = [k % 2 == 0 for k in range(count)]
        generator.shuffle(data)
        return torch.tensor(data, dtype=torch.bool).reshape(shape)

    return make


def values(data, dtype=None, grad=False):
    """The given numbers; floating ones as float64 unless a dtype is given."""

    def make(_):
        tensor = torch.tensor(data, dtype=dtype)
        if dtype is None and tensor.dtype == torch.float32:
            tensor = torch.tensor(data, dtype=torch.float64)
        return tensor.requires_grad_(grad) if grad else tensor

    return make


def spd(n):
    """A well conditioned symmetric positive definite matrix."""

    def make(generator):
        a = torch.tensor([[generator.randint(-512, 512) / 1024 for _ in range(n)] for _ in range(n)], dtype=torch.float64)
        return (a @ a.T + n * torch.eye(n, dtype=torch.float64)).requires_grad_(True)

    return make


def dominant(*shape):
    """Matrices with a dominant, uneven diagonal: invertible, with separated spectrum."""

    def make(generator):
        rows, columns = shape[-2:]
        count = 1
        for size in shape:
            count *= size
        a = torch.tensor([generator.randint(-600, 600) / 1024 for _ in range(count)], dtype=torch.float64).reshape(shape)
        return (a + torch.diag_embed(2.0 + 1.5 * torch.arange(min(rows, columns), dtype=torch.float64), 0)[:rows, :columns]
                if rows == columns
                else a + torch.eye(rows, columns, dtype=torch.float64) * (2.0 + 1.5 * torch.arange(columns, dtype=torch.float64))
                ).requires_grad_(True)

    return make
