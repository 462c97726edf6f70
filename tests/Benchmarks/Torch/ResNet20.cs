using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Espalier.Benchmarks.Torch;

/// <summary>The ResNet-20 of CIFAR: three stages of three blocks, 16, 32 and 64 channels.</summary>
internal sealed class ResNet20 : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d _conv = nn.Conv2d(3, 16, 3, stride: 1, padding: 1, bias: false);
    private readonly BatchNorm2d _bn = nn.BatchNorm2d(16);
    private readonly Sequential _blocks = nn.Sequential(
        Enumerable.Range(0, 9).Select(i => (
            $"block{i}",
            (nn.Module<Tensor, Tensor>)new Block(16 << (Math.Max(i - 1, 0) / 3), 16 << (i / 3), i is 3 or 6 ? 2 : 1))));

    private readonly Linear _head = nn.Linear(64, 10);

    public ResNet20()
        : base(nameof(ResNet20)) => RegisterComponents();

    public override Tensor forward(Tensor input)
    {
        var features = _blocks.forward(nn.functional.relu(_bn.forward(_conv.forward(input))));
        return _head.forward(nn.functional.adaptive_avg_pool2d(features, 1).flatten(1));
    }

    private sealed class Block : nn.Module<Tensor, Tensor>
    {
        private readonly Conv2d _conv1;
        private readonly BatchNorm2d _bn1;
        private readonly Conv2d _conv2;
        private readonly BatchNorm2d _bn2;
        private readonly Sequential? _shortcut;

        public Block(long inputs, long outputs, long stride)
            : base(nameof(Block))
        {
            _conv1 = nn.Conv2d(inputs, outputs, 3, stride: stride, padding: 1, bias: false);
            _bn1 = nn.BatchNorm2d(outputs);
            _conv2 = nn.Conv2d(outputs, outputs, 3, stride: 1, padding: 1, bias: false);
            _bn2 = nn.BatchNorm2d(outputs);
            if (inputs != outputs)
                _shortcut = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride: stride, bias: false), nn.BatchNorm2d(outputs));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            var result = _bn2.forward(_conv2.forward(nn.functional.relu(_bn1.forward(_conv1.forward(input)))));
            return nn.functional.relu(result + (_shortcut is null ? input : _shortcut.forward(input)));
        }
    }
}
