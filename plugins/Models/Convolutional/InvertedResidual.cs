using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>Wide inside and narrow outside, with a depthwise convolution in the middle: the block of <see cref="MobileNetV2"/>.</summary>
[PrunableModel]
public sealed partial class InvertedResidual : Module<Tensor, Tensor>, IResidualModule
{
    private readonly ResidualSwitch branch = new(nameof(conv));
    private readonly Sequential conv;
    private readonly bool residual;

    /// <summary>A block.</summary>
    /// <param name="inputs">Channels that come in.</param>
    /// <param name="width">Channels that go out.</param>
    /// <param name="stride">2 halves height and width.</param>
    /// <param name="expansion">How many times as many channels as come in are inside.</param>
    public InvertedResidual(int inputs, int width, int stride, int expansion)
        : base(nameof(InvertedResidual))
    {
        var inside = inputs * expansion;
        var parts = new List<Module<Tensor, Tensor>>();
        if (expansion != 1)
        {
            parts.Add(MobileNetV2.Convolution(inputs, inside, 1));
        }

        parts.Add(MobileNetV2.Convolution(inside, inside, 3, stride, inside));
        parts.Add(Conv2d(inside, width, 1, bias: false));
        parts.Add(BatchNorm2d(width));
        conv = Sequential(parts);
        residual = stride == 1 && inputs == width;
        RegisterComponents();
    }

    /// <inheritdoc/>
    public IReadOnlyList<ResidualSwitch> Branches => [branch];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        if (!branch.IsKept)
        {
            return input.alias().MoveToOuterDisposeScope();
        }

        var x = conv.forward(input);
        if (residual)
        {
            x += input;
        }

        return x.MoveToOuterDisposeScope();
    }
}
