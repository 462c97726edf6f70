using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>What a <see cref="DenseBlock"/> adds in one step: a 1x1 and a 3x3 convolution, each after its norm and ReLU.</summary>
[PrunableModel]
public sealed partial class DenseLayer : Module<Tensor, Tensor>
{
    private readonly BatchNorm2d norm1;
    private readonly Conv2d conv1;
    private readonly BatchNorm2d norm2;
    private readonly Conv2d conv2;

    /// <summary>A layer.</summary>
    /// <param name="inputs">Channels that come in.</param>
    /// <param name="growth">Channels that go out; four times as many are inside.</param>
    public DenseLayer(int inputs, int growth)
        : base(nameof(DenseLayer))
    {
        norm1 = BatchNorm2d(inputs);
        conv1 = Conv2d(inputs, 4 * growth, 1, bias: false);
        norm2 = BatchNorm2d(4 * growth);
        conv2 = Conv2d(4 * growth, growth, 3, 1, 1, bias: false);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = conv1.forward(functional.relu(norm1.forward(input)));
        x = conv2.forward(functional.relu(norm2.forward(x)));
        return x.MoveToOuterDisposeScope();
    }
}
