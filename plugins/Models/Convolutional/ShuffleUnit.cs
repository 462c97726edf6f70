using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>
/// Half of the channels pass by, the other half pass through a depthwise convolution, and the two are shuffled: the unit of
/// <see cref="ShuffleNetV2"/>.
/// </summary>
[PrunableModel]
public sealed partial class ShuffleUnit : Module<Tensor, Tensor>
{
    private readonly Sequential branch1;
    private readonly Sequential branch2;
    private readonly int step;

    /// <summary>A unit.</summary>
    /// <param name="inputs">Channels that come in; as many as go out at stride 1.</param>
    /// <param name="width">Channels that go out, an even number.</param>
    /// <param name="stride">2 halves height and width; then all channels pass through both branches.</param>
    public ShuffleUnit(int inputs, int width, int stride)
        : base(nameof(ShuffleUnit))
    {
        if (width % 2 != 0 || (stride == 1 && inputs != width))
        {
            throw new ArgumentException($"A unit of stride {stride} cannot lead from {inputs} to {width} channels.", nameof(width));
        }

        var half = width / 2;
        branch1 = stride == 1
            ? Sequential()
            : Sequential(
                Conv2d(inputs, inputs, 3, stride, 1, groups: inputs, bias: false), BatchNorm2d(inputs),
                Conv2d(inputs, half, 1, bias: false), BatchNorm2d(half), ReLU());
        branch2 = Sequential(
            Conv2d(stride == 1 ? half : inputs, half, 1, bias: false), BatchNorm2d(half), ReLU(),
            Conv2d(half, half, 3, stride, 1, groups: half, bias: false), BatchNorm2d(half),
            Conv2d(half, half, 1, bias: false), BatchNorm2d(half), ReLU());
        step = stride;
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        Tensor x;
        if (step == 1)
        {
            var halves = input.chunk(2, 1);
            x = cat([halves[0], branch2.forward(halves[1])], 1);
        }
        else
        {
            x = cat([branch1.forward(input), branch2.forward(input)], 1);
        }

        return Shuffle(x, 2).MoveToOuterDisposeScope();
    }

    /// <summary>Deals the channels out to the groups in turn.</summary>
    private static Tensor Shuffle(Tensor x, int groups)
    {
        var (batch, channels, height, width) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3]);
        return x.reshape(batch, groups, channels / groups, height, width).transpose(1, 2).reshape(batch, -1, height, width);
    }
}
