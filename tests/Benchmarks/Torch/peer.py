"""The same models, steps and sizes as in C#, in PyTorch. Reads "name count" lines; answers with the seconds of that many steps."""
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride=stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, stride=1, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.shortcut = None
        if inputs != outputs:
            self.shortcut = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride=stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        return F.relu(y + (x if self.shortcut is None else self.shortcut(x)))


class ResNet20(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 16, 3, stride=1, padding=1, bias=False)
        self.bn = nn.BatchNorm2d(16)
        self.blocks = nn.Sequential(
            *[Block(16 << (max(i - 1, 0) // 3), 16 << (i // 3), 2 if i in (3, 6) else 1) for i in range(9)])
        self.head = nn.Linear(64, 10)

    def forward(self, x):
        return self.head(F.adaptive_avg_pool2d(self.blocks(F.relu(self.bn(self.conv(x)))), 1).flatten(1))


SIZE, PATCH, WIDTH, DEPTH, HEADS = 32, 4, 192, 6, 3


class TransformerBlock(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm1 = nn.LayerNorm(WIDTH)
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.projection = nn.Linear(WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)

    def forward(self, x):
        x = x + self.attend(self.norm1(x))
        return x + self.down(F.gelu(self.up(self.norm2(x))))

    def attend(self, x):
        batch, count = x.shape[0], x.shape[1]
        qkv = self.qkv(x).reshape(batch, count, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        weights = (qkv[0].matmul(qkv[1].transpose(-2, -1)) * (WIDTH // HEADS) ** -0.5).softmax(-1)
        return self.projection(weights.matmul(qkv[2]).transpose(1, 2).reshape(batch, count, WIDTH))


class VisionTransformer(nn.Module):
    def __init__(self):
        super().__init__()
        self.patches = nn.Conv2d(3, WIDTH, PATCH, stride=PATCH)
        self.token = nn.Parameter(torch.zeros(1, 1, WIDTH))
        self.positions = nn.Parameter(torch.randn(1, (SIZE // PATCH) ** 2 + 1, WIDTH) * 0.02)
        self.blocks = nn.Sequential(*[TransformerBlock() for _ in range(DEPTH)])
        self.norm = nn.LayerNorm(WIDTH)
        self.head = nn.Linear(WIDTH, 10)

    def forward(self, x):
        tokens = self.patches(x).flatten(2).transpose(1, 2)
        tokens = torch.cat([self.token.expand(x.shape[0], 1, WIDTH), tokens], 1) + self.positions
        return self.head(self.norm(self.blocks(tokens)).select(1, 0))


class Workload:
    def __init__(self, model, batch, optimizer):
        torch.manual_seed(1)
        self.model, self.optimizer = model, optimizer
        self.input, self.target = torch.randn(batch, 3, 32, 32), torch.randint(10, (batch,))

    def train(self):
        self.model.train()
        self.optimizer.zero_grad()
        F.cross_entropy(self.model(self.input), self.target).backward()
        self.optimizer.step()

    def infer(self):
        self.model.eval()
        with torch.no_grad():
            self.model(self.input)


class SmallCall:
    """One million additions of three numbers."""

    def __init__(self):
        self.a, self.b = torch.ones(3), torch.ones(3)

    def add(self):
        with torch.no_grad():
            for _ in range(1_000_000):
                self.a + self.b


def main():
    torch.set_num_threads(int(sys.argv[1]))
    resnet, vit = ResNet20(), VisionTransformer()
    convolutional = Workload(resnet, 128, torch.optim.SGD(resnet.parameters(), lr=0.01, momentum=0.9, weight_decay=1e-4))
    attentive = Workload(vit, 64, torch.optim.AdamW(vit.parameters(), lr=1e-3, weight_decay=0.05))
    steps = {
        "ResNet-20-training": convolutional.train, "ResNet-20-inference": convolutional.infer,
        "ViT-training": attentive.train, "ViT-inference": attentive.infer, "add": SmallCall().add,
    }
    print(torch.__version__, flush=True)
    for line in sys.stdin:
        name, count = line.split()
        seconds = []
        for _ in range(int(count)):
            start = time.perf_counter()
            steps[name]()
            seconds.append(time.perf_counter() - start)
        print(*seconds, flush=True)


if __name__ == "__main__":
    main()
