#!/usr/bin/python3
"""Writes init.json: the first values that PyTorch gives to modules and tensors, seeded with 42, and what some modules do with them.

Run with the interpreter whose torch is the libtorch under test:

    /usr/bin/python3 make_init.py

The names of the cases are the keys of the tables in NN/InitializationTests.cs and NN/ResultTests.cs. Numbers are float32, in nine digits.
"""

import json
import math
import os
import sys

sys.dont_write_bytecode = True

import torch  # noqa: E402
from torch import nn  # noqa: E402
from torch.nn import functional as F  # noqa: E402

SEED = 42


def wave(*shape, phase=0.0):
    """sin(0.37 i + phase) for the i-th element."""
    return torch.tensor([math.sin(0.37 * i + phase) for i in range(math.prod(shape))]).reshape(shape)


def numbers(tensor):
    return [float(f"{number:.9g}") for number in tensor.detach().double().flatten().tolist()]


MODULES = {
    "linear": lambda: nn.Linear(5, 3),
    "linear-no-bias": lambda: nn.Linear(5, 3, bias=False),
    "conv1d": lambda: nn.Conv1d(4, 6, 3, groups=2),
    "conv2d": lambda: nn.Conv2d(3, 4, (3, 2)),
    "conv3d": lambda: nn.Conv3d(2, 3, 2),
    "conv-transpose1d": lambda: nn.ConvTranspose1d(3, 4, 3),
    "conv-transpose2d": lambda: nn.ConvTranspose2d(4, 6, 2, groups=2),
    "bilinear": lambda: nn.Bilinear(3, 4, 2),
    "embedding": lambda: nn.Embedding(6, 4, padding_idx=2),
    "embedding-bag": lambda: nn.EmbeddingBag(6, 4),
    "batch-norm2d": lambda: nn.BatchNorm2d(3),
    "batch-norm1d-plain": lambda: nn.BatchNorm1d(3, affine=False),
    "instance-norm2d": lambda: nn.InstanceNorm2d(3, affine=True, track_running_stats=True),
    "layer-norm": lambda: nn.LayerNorm([2, 3]),
    "group-norm": lambda: nn.GroupNorm(2, 4),
    "prelu": lambda: nn.PReLU(3),
    "attention": lambda: nn.MultiheadAttention(4, 2),
    "attention-sizes": lambda: nn.MultiheadAttention(4, 2, kdim=3, vdim=5),
    "attention-bias-kv": lambda: nn.MultiheadAttention(4, 2, add_bias_kv=True, add_zero_attn=True),
    "sequence": lambda: nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 2))),
}

TENSORS = {
    "uniform": ((3, 4), lambda t: nn.init.uniform_(t, -2, 3)),
    "normal": ((3, 4), lambda t: nn.init.normal_(t, 1, 2)),
    "trunc-normal": ((3, 4), lambda t: nn.init.trunc_normal_(t, 0.5, 2, -1, 3)),
    "constant": ((3, 4), lambda t: nn.init.constant_(t, 0.3)),
    "eye": ((3, 4), nn.init.eye_),
    "dirac1d": ((4, 3, 3), nn.init.dirac_),
    "dirac2d": ((3, 4, 3, 2), nn.init.dirac_),
    "xavier-uniform": ((3, 4, 2), lambda t: nn.init.xavier_uniform_(t, 2)),
    "xavier-normal": ((3, 4, 2), lambda t: nn.init.xavier_normal_(t, 2)),
    "kaiming-uniform": ((3, 4, 2), lambda t: nn.init.kaiming_uniform_(t, 0.1)),
    "kaiming-normal": ((3, 4, 2), lambda t: nn.init.kaiming_normal_(t, mode="fan_out", nonlinearity="relu")),
    "orthogonal-wide": ((3, 5), lambda t: nn.init.orthogonal_(t, 2)),
    "orthogonal-tall": ((5, 3), nn.init.orthogonal_),
    "orthogonal-4d": ((4, 2, 2, 2), nn.init.orthogonal_),
    "sparse": ((5, 4), lambda t: nn.init.sparse_(t, 0.4, 0.5)),
}

PADDING = torch.tensor([[False, False, True], [False, True, False]])
CAUSAL = torch.ones(4, 3).triu(1).bool()

ATTENTION = {
    "self": ("attention", lambda m: m(*[wave(3, 2, 4)] * 3)),
    "cross": ("attention", lambda m: m(wave(4, 2, 4), wave(3, 2, 4, phase=1.0), wave(3, 2, 4, phase=2.0))),
    "padding": ("attention", lambda m: m(wave(4, 2, 4), wave(3, 2, 4, phase=1.0), wave(3, 2, 4, phase=2.0), key_padding_mask=PADDING)),
    "masked": (
        "attention",
        lambda m: m(wave(4, 2, 4), wave(3, 2, 4, phase=1.0), wave(3, 2, 4, phase=2.0), key_padding_mask=PADDING, attn_mask=CAUSAL)),
    "added": ("attention", lambda m: m(wave(4, 2, 4), wave(3, 2, 4, phase=1.0), wave(3, 2, 4, phase=2.0), attn_mask=wave(4, 4, 3))),
    "sizes": ("attention-sizes", lambda m: m(wave(4, 2, 4), wave(3, 2, 3, phase=1.0), wave(3, 2, 5, phase=2.0))),
    "bias-kv": (
        "attention-bias-kv",
        lambda m: m(wave(4, 2, 4), wave(3, 2, 4, phase=1.0), wave(3, 2, 4, phase=2.0), key_padding_mask=PADDING, attn_mask=CAUSAL)),
}


def lengths():
    return wave(2, 3, 8)


def images():
    return wave(2, 4, 6, 5)


def volumes():
    return wave(1, 2, 4, 4, 4)


def positive():
    return wave(3, 4).abs() + 0.1


def indices():
    return torch.tensor([1, 2, 4, 5, 4, 3, 2, 0])


def three():
    """What the losses over triplets take: anchor, positive and negative."""
    return wave(3, 4), wave(3, 4, phase=1.0), wave(3, 4, phase=2.0)


def attended(mask=None, causal=False):
    """Scaled dot-product attention, which this torch has no public function for."""
    query, key, value = wave(2, 3, 4), wave(2, 5, 4, phase=1.0), wave(2, 5, 4, phase=2.0)
    scores = query @ key.transpose(-2, -1) / math.sqrt(query.shape[-1])
    if causal:
        mask = torch.ones(scores.shape[-2:]).tril().bool()
    if mask is not None:
        scores = scores.masked_fill(~mask, -math.inf)
    return [scores.softmax(-1) @ value]


def twice(momentum):
    norm = nn.BatchNorm2d(4, momentum=momentum)
    norm(images())
    return [norm(images() * 2), norm.running_mean, norm.running_var]


def looked_up(table):
    table(indices()).sum().backward()
    return [table(indices()), table.weight, table.weight.grad]


RESULTS = {
    "lp-pool1d": lambda: [F.lp_pool1d(lengths().abs(), 3, 3, 2)],
    "lp-pool2d": lambda: [F.lp_pool2d(images(), 2, (3, 2), ceil_mode=True)],
    "avg-pool3d": lambda: [F.avg_pool3d(volumes(), 3, 2, 1, count_include_pad=False)],
    "avg-pool2d-divisor": lambda: [F.avg_pool2d(images(), (3, 2), (2, 1), (1, 1), ceil_mode=True, divisor_override=3)],
    "max-pool1d-indices": lambda: F.max_pool1d(lengths(), 3, 2, 1, 1, ceil_mode=True, return_indices=True),
    "max-pool3d-indices": lambda: F.max_pool3d(volumes(), 2, return_indices=True),
    "gaussian-nll": lambda: [F.gaussian_nll_loss(wave(3, 4), wave(3, 4, phase=1.0), positive(), full=True)],
    "gaussian-nll-rows": lambda: [F.gaussian_nll_loss(wave(3, 4), wave(3, 4, phase=1.0), positive()[:, 0], reduction="none")],
    "triplet-distance": lambda: [F.triplet_margin_with_distance_loss(*three(), margin=2, swap=True, reduction="none")],
    "triplet-own-distance": lambda: [
        F.triplet_margin_with_distance_loss(*three(), distance_function=lambda a, b: (a - b).abs().sum(-1))],
    "soft-margin-weights": lambda: [F.multilabel_soft_margin_loss(wave(3, 4), wave(3, 4).gt(0).float(), positive()[0])],
    "attention": lambda: attended(),
    "attention-mask": lambda: attended(wave(3, 5).gt(-0.7)),
    "attention-causal": lambda: attended(causal=True),
    "channel-shuffle": lambda: [nn.ChannelShuffle(2)(images())],
    "bag-sum": lambda: [
        nn.EmbeddingBag(6, 4, mode="sum", padding_idx=4)(indices(), torch.tensor([0, 3, 3, 6]), per_sample_weights=wave(8))],
    "bag-mean": lambda: [nn.EmbeddingBag(6, 4)(indices().reshape(2, 4))],
    "bag-max": lambda: [nn.EmbeddingBag(6, 4, mode="max", include_last_offset=True)(indices(), torch.tensor([0, 3, 8]))],
    "embedding-padding": lambda: looked_up(nn.Embedding(6, 4, padding_idx=4)),
    "embedding-norm": lambda: looked_up(nn.Embedding(6, 4, max_norm=1)),
    "rrelu": lambda: [F.rrelu(wave(3, 4), 1 / 8, 1 / 3)],
    "rrelu-training": lambda: [nn.RReLU(0.1, 0.4)(wave(3, 4))],
    "local-response": lambda: [nn.LocalResponseNorm(3, 0.5, 0.6, 2)(images())],
    "local-response1d": lambda: [nn.LocalResponseNorm(2, 0.5)(lengths())],
    "conv-reflect-same": lambda: [nn.Conv2d(4, 2, (3, 4), padding="same", padding_mode="reflect")(images())],
    "conv-circular": lambda: [nn.Conv2d(4, 2, (3, 2), padding=(2, 1), padding_mode="circular")(images())],
    "conv-replicate": lambda: [nn.Conv1d(3, 2, 4, padding="same", padding_mode="replicate")(lengths())],
    "conv3d-same": lambda: [nn.Conv3d(2, 2, 2, padding="same")(volumes())],
    "conv-transpose-size": lambda: [nn.ConvTranspose2d(4, 2, 3, stride=2, padding=1)(images(), [12, 9])],
    "instance-norm-unbatched": lambda: [nn.InstanceNorm1d(3, affine=True)(lengths()[0])],
    "batch-norm-average": lambda: twice(None),
    "batch-norm-momentum": lambda: twice(0.3),
    "dropout": lambda: [F.dropout(wave(4, 5), 0.4)],
    "dropout1d-unbatched": lambda: [F.dropout1d(lengths()[0], 0.5)],
    "dropout2d": lambda: [F.dropout2d(images(), 0.5)],
    "dropout3d-unbatched": lambda: [F.dropout3d(volumes()[0], 0.5)],
    "alpha-dropout": lambda: [F.alpha_dropout(wave(4, 5), 0.4, training=True)],
    "feature-alpha-dropout": lambda: [F.feature_alpha_dropout(images(), 0.4, training=True)],
    "interpolate-area": lambda: [F.interpolate(images(), scale_factor=0.7, mode="area")],
    "interpolate-recomputed": lambda: [
        F.interpolate(images(), scale_factor=(1.3, 1.7), mode="bilinear", align_corners=False, recompute_scale_factor=True)],
    "normalize": lambda: [F.normalize(wave(3, 4), 3, 0)],
}


def module(name):
    torch.manual_seed(SEED)
    return {key: numbers(value) for key, value in MODULES[name]().state_dict().items()}


def tensor(name):
    torch.manual_seed(SEED)
    shape, fill = TENSORS[name]
    filled = torch.empty(shape)
    fill(filled)
    return {"shape": shape, "data": numbers(filled)}


def attention(name):
    torch.manual_seed(SEED)
    key, run = ATTENTION[name]
    result, weights = run(MODULES[key]())
    return {"result": numbers(result), "weights": numbers(weights)}


def result(name):
    torch.manual_seed(SEED)
    return [numbers(value) for value in RESULTS[name]()]


def main():
    sections = {
        "modules": {name: module(name) for name in MODULES},
        "tensors": {name: tensor(name) for name in TENSORS},
        "attention": {name: attention(name) for name in ATTENTION},
        "results": {name: result(name) for name in RESULTS},
    }
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "init.json")
    with open(path, "w", encoding="utf-8") as file:
        file.write("{\n" + ",\n".join(
            json.dumps(section) + ":{\n" + ",\n".join(
                json.dumps(name) + ":" + json.dumps(case, separators=(",", ":")) for name, case in cases.items()) + "\n}"
            for section, cases in sections.items()) + "\n}\n")
    print(f"{path}: {', '.join(f'{len(cases)} {section}' for section, cases in sections.items())}")


if __name__ == "__main__":
    main()
