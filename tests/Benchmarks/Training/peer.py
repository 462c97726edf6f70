"""The training of the benchmark as one would write it by hand. Reads "name steps" lines; answers with the seconds of an epoch of so many steps."""
import os
import sys
import time

import torch
import torch.nn.functional as F

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Torch"))
from peer import ResNet20, VisionTransformer  # noqa: E402


class Training:
    def __init__(self, model, batch, optimizer, rate):
        torch.manual_seed(1)
        self.model, self.batch, self.rate = model, batch, rate
        matrices = [p for p in model.parameters() if p.ndim > 1]
        vectors = [p for p in model.parameters() if p.ndim <= 1]
        self.optimizer = optimizer([{"params": matrices}, {"params": vectors, "weight_decay": 0.0}])
        self.images = torch.randint(256, (64 * batch, 3, 32, 32), dtype=torch.uint8)
        self.labels = torch.randint(10, (64 * batch,))
        self.mean = torch.tensor([0.49, 0.48, 0.45]).view(1, 3, 1, 1)
        self.std = torch.tensor([0.25, 0.24, 0.26]).view(1, 3, 1, 1)

    def augmented(self, images):
        """A padded random crop and a flip of each image, for the whole batch at once."""
        count = len(images)
        padded = F.pad(images, (4, 4, 4, 4))
        rows = torch.randint(9, (count, 1)) + torch.arange(32)
        columns = torch.randint(9, (count, 1)) + torch.arange(32)
        columns = torch.where(torch.rand(count, 1) < 0.5, columns.flip(1), columns)
        places = (rows.unsqueeze(2) * 40 + columns.unsqueeze(1)).view(count, 1, 1024)
        return padded.view(count, 3, 1600).gather(2, places.expand(count, 3, 1024)).view(count, 3, 32, 32)

    def epoch(self, steps):
        self.model.train()
        order = torch.randperm(steps * self.batch)
        total = 0.0
        for step in range(steps):
            chosen = order[step * self.batch:(step + 1) * self.batch]
            images = (self.augmented(self.images[chosen]).float().div_(255) - self.mean) / self.std
            for group in self.optimizer.param_groups:
                group["lr"] = self.rate
            self.optimizer.zero_grad()
            loss = F.cross_entropy(self.model(images), self.labels[chosen], label_smoothing=0.1)
            loss.backward()
            self.optimizer.step()
            total += loss.item()
        return total / steps


def main():
    torch.set_num_threads(int(sys.argv[1]))
    trainings = {
        "ResNet-20": Training(ResNet20(), 128, lambda groups: torch.optim.SGD(groups, lr=0.01, momentum=0.9, weight_decay=5e-4), 0.01),
        "ViT": Training(VisionTransformer(), 64, lambda groups: torch.optim.AdamW(groups, lr=1e-4, weight_decay=0.05), 1e-4),
    }
    print(torch.__version__, flush=True)
    for line in sys.stdin:
        name, steps = line.split()
        start = time.perf_counter()
        trainings[name].epoch(int(steps))
        print(time.perf_counter() - start, flush=True)


main()
