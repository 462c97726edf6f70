"""Torch-Pruning's times for the models named: building the graph and finding all groups, and one pruning step at ratio 0.5. Seconds, best of three."""
import sys
import time
import warnings

warnings.filterwarnings("ignore")
try:
    import torch
    import torch_pruning as tp
    import torchvision
except ImportError as missing:
    sys.exit(str(missing))

torch.set_num_threads(1)
x = torch.randn(1, 3, 224, 224)
for name in sys.argv[1:]:
    if not hasattr(torchvision.models, name):
        continue
    graph_times, prune_times = [], []
    for _ in range(3):
        model = getattr(torchvision.models, name)().eval()
        ignored = [m for m in model.modules() if isinstance(m, torch.nn.Linear) and m.out_features == 1000]
        start = time.perf_counter()
        graph = tp.DependencyGraph().build_dependency(model, example_inputs=x)
        groups = list(graph.get_all_groups(ignored_layers=ignored))
        graph_times.append(time.perf_counter() - start)
        pruner = tp.pruner.MetaPruner(model, x, importance=tp.importance.MagnitudeImportance(p=2), pruning_ratio=0.5, ignored_layers=ignored)
        start = time.perf_counter()
        pruner.step()
        prune_times.append(time.perf_counter() - start)
    print(name, min(graph_times), min(prune_times), flush=True)
