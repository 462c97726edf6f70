using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>A 1x1, a 3x3 and a 1x1 convolution and a shortcut: the block of <see cref="ResNet"/>-50 and deeper.</summary>
[PrunableModel]
public sealed partial class Bottleneck : Module<Tensor, Tensor>, IResidualModule
{
    private readonly ResidualSwitch branch = new(nameof(conv1), nameof(bn1), nameof(conv2), nameof(bn2), nameof(conv3), nameof(bn3));
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly Conv2d conv3;
    private readonly BatchNorm2d bn3;
    private readonly Sequential? downsample;

    /// <summary>A block that is wide outside and narrow inside.</summary>
    /// <param name="inputs">Channels that come in.</param>
    /// <param name="width">Channels of the 3x3 convolution; four times as many go out.</param>
    /// <param name="stride">2 halves height and width, in the 3x3 convolution.</param>
    public Bottleneck(int inputs, int width, int stride = 1)
        : base(nameof(Bottleneck))
    {
        var outputs = Expansion * width;
        conv1 = Conv2d(inputs, width, 1, bias: false);
        bn1 = BatchNorm2d(width);
        conv2 = Conv2d(width, width, 3, stride, 1, bias: false);
        bn2 = BatchNorm2d(width);
        conv3 = Conv2d(width, outputs, 1, bias: false);
        bn3 = BatchNorm2d(outputs);
        if (stride != 1 || inputs != outputs)
        {
            downsample = Sequential(Conv2d(inputs, outputs, 1, stride, bias: false), BatchNorm2d(outputs));
        }

        RegisterComponents();
    }

    /// <summary>How many times more channels go out than the inside has.</summary>
    public const int Expansion = 4;

    /// <inheritdoc/>
    public IReadOnlyList<ResidualSwitch> Branches => [branch];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        if (!branch.IsKept)
        {
            return functional.relu(input).MoveToOuterDisposeScope();
        }

        var identity = downsample is null ? input : downsample.forward(input);
        var x = functional.relu(bn1.forward(conv1.forward(input)));
        x = functional.relu(bn2.forward(conv2.forward(x)));
        x = bn3.forward(conv3.forward(x));
        return functional.relu(x + identity).MoveToOuterDisposeScope();
    }
}
