using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>Two 3x3 convolutions, each with its norm and ReLU: one level of a <see cref="UNet"/>.</summary>
[PrunableModel]
public sealed partial class UNetConvolutions : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;

    /// <summary>A level.</summary>
    /// <param name="inputs">Channels that come in.</param>
    /// <param name="width">Channels that go out.</param>
    public UNetConvolutions(int inputs, int width)
        : base(nameof(UNetConvolutions))
    {
        conv1 = Conv2d(inputs, width, 3, 1, 1, bias: false);
        bn1 = BatchNorm2d(width);
        conv2 = Conv2d(width, width, 3, 1, 1, bias: false);
        bn2 = BatchNorm2d(width);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = functional.relu(bn1.forward(conv1.forward(input)));
        x = functional.relu(bn2.forward(conv2.forward(x)));
        return x.MoveToOuterDisposeScope();
    }
}
