#!/usr/bin/python3
"""Writes training.json: what PyTorch's optimizers, schedulers and two small models do.

Run with the interpreter whose torch is the libtorch under test:

    /usr/bin/python3 make_training.py

No number is random: weights, inputs and targets are sines that the tests compute
in the same way. The names of the cases are the keys of the tables in
Optimizers/OptimizerTests.cs, Optimizers/SchedulerTests.cs and
Training/TrainingTests.cs. One case per line.
"""

import json
import math
import os
import sys
import warnings

sys.dont_write_bytecode = True

import torch  # noqa: E402
from torch import nn, optim  # noqa: E402
from torch.nn import functional as F  # noqa: E402
from torch.optim import lr_scheduler as schedules  # noqa: E402

DTYPES = {"float32": torch.float32, "float64": torch.float64}
TRAINING_STEPS = 10
OPTIMIZER_STEPS = 12
SCHEDULER_STEPS = 30


def wave(shape, phase, dtype):
    """sin(0.37 i + phase) for the i-th element, computed in double precision."""
    count = math.prod(shape)
    return torch.tensor([math.sin(0.37 * i + phase) for i in range(count)], dtype=torch.float64).reshape(shape).to(dtype)


# Models: those of Training/SmallConvNet.cs and Training/SmallTransformer.cs.

class SmallConvNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(8)
        self.conv2 = nn.Conv2d(8, 16, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(16)
        self.pool = nn.MaxPool2d(2)
        self.fc = nn.Linear(16 * 4, 10)

    def forward(self, x):
        x = self.pool(F.relu(self.bn1(self.conv1(x))))
        x = self.pool(F.relu(self.bn2(self.conv2(x))))
        return self.fc(x.flatten(1))


class Attention(nn.Module):
    def __init__(self, dim, heads):
        super().__init__()
        self.heads = heads
        # No bias: softmax ignores the one of the keys, whose gradient is then rounding noise.
        self.qkv = nn.Linear(dim, 3 * dim, bias=False)
        self.proj = nn.Linear(dim, dim)

    def forward(self, x):
        batch, tokens, dim = x.shape
        q, k, v = self.qkv(x).reshape(batch, tokens, 3, self.heads, dim // self.heads).permute(2, 0, 3, 1, 4)
        weights = (torch.matmul(q, k.transpose(-2, -1)) * (dim // self.heads) ** -0.5).softmax(-1)
        return self.proj(torch.matmul(weights, v).transpose(1, 2).reshape(batch, tokens, dim))


class Block(nn.Module):
    def __init__(self, dim, heads, hidden):
        super().__init__()
        self.norm1 = nn.LayerNorm(dim)
        self.attn = Attention(dim, heads)
        self.norm2 = nn.LayerNorm(dim)
        self.fc1 = nn.Linear(dim, hidden)
        self.fc2 = nn.Linear(hidden, dim)

    def forward(self, x):
        x = x + self.attn(self.norm1(x))
        return x + self.fc2(F.gelu(self.fc1(self.norm2(x))))


class SmallTransformer(nn.Module):
    def __init__(self, dim=16, heads=2, hidden=32):
        super().__init__()
        self.cls_token = nn.Parameter(torch.zeros(1, 1, dim))
        self.pos_embed = nn.Parameter(torch.zeros(1, 17, dim))
        self.patch = nn.Conv2d(3, dim, 2, stride=2)
        self.block1 = Block(dim, heads, hidden)
        self.block2 = Block(dim, heads, hidden)
        self.norm = nn.LayerNorm(dim)
        self.head = nn.Linear(dim, 10)

    def forward(self, x):
        x = self.patch(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.cls_token.expand(x.shape[0], -1, -1), x], 1) + self.pos_embed
        x = self.block2(self.block1(x))
        return self.head(self.norm(x)[:, 0])


def fill(model):
    """Gives every parameter its own wave: its phase is its place in the order of the names."""
    for phase, (name, parameter) in enumerate(sorted(model.named_parameters())):
        values = wave(parameter.shape, phase, torch.float64)
        if parameter.dim() > 1:
            values = 0.3 * values
        elif name.endswith("weight"):
            values = 1 + 0.1 * values
        else:
            values = 0.1 * values
        parameter.data.copy_(values)


TRAINING = {
    "conv-sgd": (SmallConvNet, lambda p: optim.SGD(p, 0.05, momentum=0.9, nesterov=True, weight_decay=5e-4)),
    "conv-adamw": (SmallConvNet, lambda p: optim.AdamW(p, 2e-3, weight_decay=0.05)),
    "transformer-sgd": (SmallTransformer, lambda p: optim.SGD(p, 0.05, momentum=0.9, nesterov=True, weight_decay=5e-4)),
    "transformer-adamw": (SmallTransformer, lambda p: optim.AdamW(p, 2e-3, weight_decay=0.05)),
}


def train(name, dtype):
    make, optimizer = TRAINING[name]
    model = make().to(DTYPES[dtype])
    fill(model)
    optimizer = optimizer(model.parameters())
    inputs = wave((8, 3, 8, 8), 1, DTYPES[dtype])
    targets = torch.tensor([3 * i % 10 for i in range(8)])
    losses = []
    for _ in range(TRAINING_STEPS):
        optimizer.zero_grad(set_to_none=False)
        loss = F.cross_entropy(model(inputs), targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    model.eval()
    norms = {key: value.double().norm().item() for key, value in model.state_dict().items() if value.is_floating_point()}
    with torch.no_grad():
        final = F.cross_entropy(model(inputs), targets).item()
    return {"name": name, "dtype": dtype, "losses": losses, "finalLoss": final, "norms": norms}


# Optimizers: three parameters, the last of which has no gradient for three steps.

SHAPES = [(3,), (2, 2), (4,)]

OPTIMIZERS = {
    "sgd": lambda p: optim.SGD(p, 0.1),
    "sgd-decay": lambda p: optim.SGD(p, 0.1, weight_decay=0.1),
    "sgd-momentum": lambda p: optim.SGD(p, 0.1, momentum=0.9),
    "sgd-dampening": lambda p: optim.SGD(p, 0.1, momentum=0.8, dampening=0.3, weight_decay=0.05),
    "sgd-nesterov": lambda p: optim.SGD(p, 0.1, momentum=0.9, nesterov=True),
    "sgd-nesterov-decay": lambda p: optim.SGD(p, 0.1, momentum=0.9, nesterov=True, weight_decay=0.1),
    "sgd-maximize": lambda p: optim.SGD(p, 0.02, momentum=0.5, maximize=True),
    "sgd-groups": lambda p: optim.SGD(
        [{"params": p[:1]}, {"params": p[1:], "lr": 0.02, "weight_decay": 0}], 0.1, momentum=0.9, weight_decay=0.1),
    "adam": lambda p: optim.Adam(p),
    "adam-betas": lambda p: optim.Adam(p, 0.05, betas=(0.8, 0.95), eps=1e-3),
    "adam-decay": lambda p: optim.Adam(p, 0.05, weight_decay=0.1),
    "adam-amsgrad": lambda p: optim.Adam(p, 0.05, betas=(0.9, 0.5), amsgrad=True),
    "adam-maximize": lambda p: optim.Adam(p, 0.05, weight_decay=0.1, maximize=True),
    "adam-groups": lambda p: optim.Adam(
        [{"params": p[:1]}, {"params": p[1:], "lr": 0.01, "betas": (0.5, 0.7), "amsgrad": True}], 0.05, weight_decay=0.1),
    "adamw": lambda p: optim.AdamW(p, weight_decay=0),
    "adamw-decay": lambda p: optim.AdamW(p, 0.05, weight_decay=0.3),
    "adamw-betas": lambda p: optim.AdamW(p, 0.05, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.01),
    "adamw-amsgrad": lambda p: optim.AdamW(p, 0.05, betas=(0.9, 0.5), weight_decay=0.1, amsgrad=True),
    "adamw-maximize": lambda p: optim.AdamW(p, 0.05, weight_decay=0.1, maximize=True),
    "adamw-groups": lambda p: optim.AdamW(
        [{"params": p[:1]}, {"params": p[1:], "lr": 0.01, "weight_decay": 0}], 0.05, weight_decay=0.3),
    "rmsprop": lambda p: optim.RMSprop(p, 0.01),
    "rmsprop-momentum": lambda p: optim.RMSprop(p, 0.01, alpha=0.9, momentum=0.8, weight_decay=0.1),
    "rmsprop-centered": lambda p: optim.RMSprop(p, 0.01, alpha=0.9, eps=1e-3, centered=True, maximize=True),
    "adagrad": lambda p: optim.Adagrad(p, 0.1),
    "adagrad-decay": lambda p: optim.Adagrad(p, 0.1, lr_decay=0.1, weight_decay=0.1, initial_accumulator_value=0.5),
}


def optimize(name, dtype):
    parameters = [nn.Parameter(1 + wave(shape, phase, DTYPES[dtype])) for phase, shape in enumerate(SHAPES)]
    optimizer = OPTIMIZERS[name](parameters)
    steps = []
    for step in range(OPTIMIZER_STEPS):
        optimizer.zero_grad(set_to_none=False)
        used = parameters if step >= 3 else parameters[:2]
        loss = sum(((parameter - wave(parameter.shape, 5, DTYPES[dtype])) ** 2).sum() for parameter in used)
        loss.backward()
        optimizer.step()
        steps.append([value for parameter in parameters for value in parameter.flatten().tolist()])
    return {"name": name, "dtype": dtype, "steps": steps}


# Schedulers: two groups, whose rates begin with 0.1 and 0.02.

def groups(kind=optim.SGD, **options):
    return kind([{"params": [nn.Parameter(torch.zeros(1))]}, {"params": [nn.Parameter(torch.zeros(1))], "lr": 0.02}], lr=0.1, **options)


def momentum_groups():
    return groups(momentum=0.9)


def sequence(first, second, *more):
    def make(o):
        parts = [first(o), second(o), *(part(o) for part in more)]
        return schedules.SequentialLR(o, parts, [7, 15][:len(parts) - 1])
    return make


SCHEDULERS = {
    "lambda": (groups, lambda o: schedules.LambdaLR(o, lambda epoch: 1 / (1 + 0.1 * epoch))),
    "lambdas": (groups, lambda o: schedules.LambdaLR(o, [lambda epoch: 0.9 ** epoch, lambda epoch: 1 / (1 + epoch)])),
    "multiplicative": (groups, lambda o: schedules.MultiplicativeLR(o, lambda epoch: 1 - 0.01 * epoch)),
    "step": (groups, lambda o: schedules.StepLR(o, 4, gamma=0.5)),
    "multi-step": (groups, lambda o: schedules.MultiStepLR(o, [3, 10, 17], gamma=0.3)),
    "exponential": (groups, lambda o: schedules.ExponentialLR(o, 0.93)),
    "constant": (groups, lambda o: schedules.ConstantLR(o, factor=0.25, total_iters=6)),
    "linear": (groups, lambda o: schedules.LinearLR(o, start_factor=0.1, end_factor=0.8, total_iters=12)),
    "polynomial": (groups, lambda o: schedules.PolynomialLR(o, total_iters=20, power=2)),
    "cosine": (groups, lambda o: schedules.CosineAnnealingLR(o, 10, eta_min=0.001)),
    "cosine-long": (groups, lambda o: schedules.CosineAnnealingLR(o, 40)),
    "warm-up-cosine": (groups, sequence(
        lambda o: schedules.LinearLR(o, start_factor=0.1, end_factor=1, total_iters=7), lambda o: schedules.CosineAnnealingLR(o, 23))),
    "sequence": (groups, sequence(
        lambda o: schedules.ConstantLR(o, factor=0.5, total_iters=3), lambda o: schedules.ExponentialLR(o, 0.9),
        lambda o: schedules.StepLR(o, 3, gamma=0.5))),
    "sequence-polynomial": (groups, sequence(
        lambda o: schedules.MultiStepLR(o, [2, 4], gamma=0.5), lambda o: schedules.PolynomialLR(o, total_iters=10, power=1))),
    "chained": (groups, lambda o: schedules.ChainedScheduler(
        [schedules.ConstantLR(o, factor=0.1, total_iters=4), schedules.ExponentialLR(o, 0.9)])),
    "one-cycle": (momentum_groups, lambda o: schedules.OneCycleLR(o, 0.5, total_steps=31)),
    "one-cycle-linear": (momentum_groups, lambda o: schedules.OneCycleLR(
        o, [0.5, 0.1], epochs=4, steps_per_epoch=10, pct_start=0.4, anneal_strategy="linear", div_factor=10, final_div_factor=100)),
    "one-cycle-three-phases": (lambda: groups(optim.Adam), lambda o: schedules.OneCycleLR(
        o, 0.5, total_steps=40, pct_start=0.3, base_momentum=0.8, max_momentum=0.9, three_phase=True)),
    "cyclic": (groups, lambda o: schedules.CyclicLR(o, 0.01, 0.1, step_size_up=5, cycle_momentum=False)),
    "cyclic-halved": (groups, lambda o: schedules.CyclicLR(
        o, [0.01, 0.02], [0.1, 0.3], step_size_up=3, step_size_down=7, mode="triangular2", cycle_momentum=False)),
    "cyclic-range": (momentum_groups, lambda o: schedules.CyclicLR(o, 0.01, 0.1, step_size_up=4, mode="exp_range", gamma=0.95)),
    "cyclic-scaled": (momentum_groups, lambda o: schedules.CyclicLR(
        o, 0.01, 0.1, step_size_up=4, scale_fn=lambda step: 1 / (1 + step), scale_mode="iterations", base_momentum=0.7, max_momentum=0.95)),
    "plateau": (groups, lambda o: schedules.ReduceLROnPlateau(o, factor=0.5, patience=2, cooldown=1)),
    "plateau-max": (groups, lambda o: schedules.ReduceLROnPlateau(
        o, mode="max", factor=0.3, patience=1, threshold=0.01, threshold_mode="abs", min_lr=[0.001, 0.004])),
}


def measure(step):
    return max(1 - 0.1 * step, 0.4) + 0.02 * math.sin(step)


def schedule(name):
    make, scheduler = SCHEDULERS[name]
    optimizer = make()
    scheduler = scheduler(optimizer)
    rates, momentums = [], []
    for step in range(SCHEDULER_STEPS + 1):
        if step > 0:
            optimizer.step()
            scheduler.step(*([measure(step)] if name.startswith("plateau") else []))
        rates.append([group["lr"] for group in optimizer.param_groups])
        momentums.append([group["momentum"] if "momentum" in group else group["betas"][0] for group in optimizer.param_groups])
    return {"name": name, "rates": rates, "momentums": momentums if any(map(any, momentums)) else None}


def main():
    warnings.simplefilter("ignore")
    sections = {
        "training": [train(name, dtype) for name in TRAINING for dtype in DTYPES],
        "optimizers": [optimize(name, dtype) for name in OPTIMIZERS for dtype in DTYPES],
        "schedulers": [schedule(name) for name in SCHEDULERS],
    }
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "training.json")
    with open(path, "w", encoding="utf-8") as file:
        file.write("{\n" + ",\n".join(
            json.dumps(section) + ":[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]"
            for section, cases in sections.items()) + "\n}\n")
    print(f"{path}: {', '.join(f'{len(cases)} {section}' for section, cases in sections.items())}")


if __name__ == "__main__":
    main()
