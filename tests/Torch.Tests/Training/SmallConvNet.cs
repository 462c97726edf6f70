using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Training;

/// <summary>Two convolutions with batch normalization, ReLU and pooling, then a linear layer: 3x8x8 images, 10 classes.</summary>
public sealed class SmallConvNet : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d conv1 = nn.Conv2d(3, 8, 3, padding: 1, bias: false);
    private readonly BatchNorm2d bn1 = nn.BatchNorm2d(8);
    private readonly Conv2d conv2 = nn.Conv2d(8, 16, 3, padding: 1, bias: false);
    private readonly BatchNorm2d bn2 = nn.BatchNorm2d(16);
    private readonly MaxPool2d pool = nn.MaxPool2d(2);
    private readonly Linear fc = nn.Linear(16 * 4, 10);

    public SmallConvNet()
        : base(nameof(SmallConvNet)) => RegisterComponents();

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = pool.forward(nn.functional.relu(bn1.forward(conv1.forward(input))));
        x = pool.forward(nn.functional.relu(bn2.forward(conv2.forward(x))));
        return fc.forward(x.flatten(1)).MoveToOuterDisposeScope();
    }
}
