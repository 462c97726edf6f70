#!/usr/bin/env python3
"""Writes logits.json: what PyTorch's own models answer when every weight follows from its name.

    ./make_logits.py            writes logits.json beside this file (needs torch and torchvision)
    ./make_logits.py --keys N   prints the names and shapes of model N's state_dict, as the hash in logits.json covers them

The C# tests fill their models by the same rule (Weights.cs) and compare.
"""
import hashlib
import json
import pathlib
import sys

import numpy as np
import torch
import torchvision
from torch import nn
from torch.nn import functional

SHOWN = 32


def noise(name, count):
    """Numbers in [-1, 1), the same on every machine: FNV-1a of the name, then a mixer over the index."""
    seed = 2166136261
    for byte in name.encode():
        seed = (seed ^ byte) * 16777619 & 0xFFFFFFFF
    x = np.arange(count, dtype=np.uint32) * np.uint32(2654435761) + np.uint32(seed)
    for shift, factor in ((16, 2246822507), (13, 3266489909)):
        x = (x ^ (x >> np.uint32(shift))) * np.uint32(factor)
    x ^= x >> np.uint32(16)
    return x.astype(np.float64) / 2147483648 - 1


def fill(model):
    """Norms near one, biases near zero, weights as wide as keeps the signal's size."""
    for name, tensor in model.state_dict().items():
        if not tensor.is_floating_point():
            continue
        values = noise(name, tensor.numel())
        if name.endswith("running_var"):
            values = 1 + 0.5 * values
        elif name.endswith(("running_mean", "bias")):
            values = 0.1 * values
        elif name.endswith("weight") and tensor.dim() == 1:
            values = 1 + 0.2 * values
        elif name.endswith("weight"):
            values = values * np.sqrt(6 / (tensor.numel() // tensor.shape[0]))
        else:
            values = 0.5 * values
        # Rounded to float32 first: that is what the C# models hold.
        tensor.copy_(torch.from_numpy(values.astype(np.float32)).reshape(tensor.shape))


class CifarBlock(nn.Module):
    def __init__(self, inputs, width, stride, convolution):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, width, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.stride, self.missing = stride, width - inputs
        if self.missing and convolution:
            self.shortcut = nn.Sequential(nn.Conv2d(inputs, width, 1, stride, bias=False), nn.BatchNorm2d(width))

    def forward(self, x):
        out = self.bn2(self.conv2(functional.relu(self.bn1(self.conv1(x)))))
        if hasattr(self, "shortcut"):
            x = self.shortcut(x)
        elif self.missing:
            x = functional.pad(x[:, :, :: self.stride, :: self.stride], (0, 0, 0, 0, self.missing // 2, self.missing // 2))
        return functional.relu(out + x)


class CifarResNet(nn.Module):
    def __init__(self, depth, convolution=False):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(16)
        for stage, (inputs, width) in enumerate(((16, 16), (16, 32), (32, 64)), 1):
            blocks = [CifarBlock(width if i else inputs, width, 1 if i or stage == 1 else 2, convolution) for i in range(depth // 6)]
            setattr(self, f"layer{stage}", nn.Sequential(*blocks))
        self.linear = nn.Linear(64, 10)

    def forward(self, x):
        x = functional.relu(self.bn1(self.conv1(x)))
        return self.linear(self.layer3(self.layer2(self.layer1(x))).mean((2, 3)))


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)

    def forward(self, x):
        batch, tokens, width = x.shape
        q, k, v = self.qkv(x).reshape(batch, tokens, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        mixed = ((q * (width // self.heads) ** -0.5) @ k.transpose(-2, -1)).softmax(-1) @ v
        return self.proj(mixed.transpose(1, 2).reshape(batch, tokens, width))


class FeedForward(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.fc1 = nn.Linear(width, 4 * width)
        self.fc2 = nn.Linear(4 * width, width)

    def forward(self, x):
        return self.fc2(functional.gelu(self.fc1(x)))


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.norm1 = nn.LayerNorm(width, eps=1e-6)
        self.attn = Attention(width, heads)
        self.norm2 = nn.LayerNorm(width, eps=1e-6)
        self.mlp = FeedForward(width)

    def forward(self, x):
        x = x + self.attn(self.norm1(x))
        return x + self.mlp(self.norm2(x))


class Deit(nn.Module):
    """timm's deit_*_patch16_224."""

    def __init__(self, width, heads, depth=12, size=224):
        super().__init__()
        self.cls_token = nn.Parameter(torch.zeros(1, 1, width))
        self.pos_embed = nn.Parameter(torch.zeros(1, (size // 16) ** 2 + 1, width))
        self.patch_embed = nn.Module()
        self.patch_embed.proj = nn.Conv2d(3, width, 16, 16)
        self.blocks = nn.Sequential(*(Block(width, heads) for _ in range(depth)))
        self.norm = nn.LayerNorm(width, eps=1e-6)
        self.head = nn.Linear(width, 1000)

    def forward(self, x):
        x = self.patch_embed.proj(x).flatten(2).transpose(1, 2)
        x = torch.cat((self.cls_token.expand(len(x), -1, -1), x), 1) + self.pos_embed
        return self.head(self.norm(self.blocks(x))[:, 0])


def narrow_vgg():
    """With a classifier of 64 in place of 4096 units, which would be nine tenths of the weights."""
    model = torchvision.models.vgg11_bn(weights=None)
    hidden = model.classifier
    hidden[0], hidden[3], hidden[6] = nn.Linear(512 * 49, 64), nn.Linear(64, 64), nn.Linear(64, 1000)
    return model


def plain(name):
    return lambda: getattr(torchvision.models, name)(weights=None)


MODELS = {
    "cifar_resnet20": (32, lambda: CifarResNet(20)),
    "cifar_resnet56": (32, lambda: CifarResNet(56)),
    "cifar_resnet20_convolution": (32, lambda: CifarResNet(20, True)),
    "resnet18": (64, plain("resnet18")),
    "resnet34": (64, plain("resnet34")),
    "resnet50": (64, plain("resnet50")),
    "resnet101": (64, plain("resnet101")),
    "densenet121": (64, plain("densenet121")),
    "densenet169": (64, plain("densenet169")),
    "densenet201": (64, plain("densenet201")),
    "mobilenet_v2": (64, plain("mobilenet_v2")),
    "shufflenet_v2_x0_5": (64, plain("shufflenet_v2_x0_5")),
    "shufflenet_v2_x1_0": (64, plain("shufflenet_v2_x1_0")),
    "vgg11_bn_narrow": (64, narrow_vgg),
    "swin_t": (224, plain("swin_t")),
    "deit_tiny": (224, lambda: Deit(192, 3)),
    "deit_small": (224, lambda: Deit(384, 6)),
    "deit_base": (224, lambda: Deit(768, 12)),
}


def lines(model):
    return sorted(f"{name} {list(tensor.shape)}" for name, tensor in model.state_dict().items())


def describe(size, make):
    with torch.no_grad():
        model = make().eval()
        parameters = sum(parameter.numel() for parameter in model.parameters())
        keys = lines(model)
        fill(model)
        image = torch.from_numpy(noise("input", 3 * size * size).astype(np.float32)).reshape(1, 3, size, size)
        logits = model.double()(image.double())[0]
    return {
        "size": size,
        "parameters": parameters,
        "keys": len(keys),
        "keysHash": hashlib.sha256("\n".join(keys).encode()).hexdigest(),
        "norm": float(logits.norm()),
        "logits": [float(f"{value:.9g}") for value in logits[:SHOWN].tolist()],
    }


def main():
    if len(sys.argv) == 3 and sys.argv[1] == "--keys":
        print("\n".join(lines(MODELS[sys.argv[2]][1]())))
        return
    entries = []
    for name, (size, make) in MODELS.items():
        entry = describe(size, make)
        print(name, entry["parameters"], entry["keys"], entry["norm"])
        entries.append(f'  "{name}": {json.dumps(entry)}')
    text = "{\n" + ",\n".join(entries) + "\n}\n"
    pathlib.Path(__file__).with_name("logits.json").write_text(text)


if __name__ == "__main__":
    main()
