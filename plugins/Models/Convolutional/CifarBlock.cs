using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>Two 3x3 convolutions and what they add to: the block of <see cref="CifarResNet"/>.</summary>
[PrunableModel]
public sealed partial class CifarBlock : Module<Tensor, Tensor>, IResidualModule
{
    private readonly ResidualSwitch branch = new(nameof(conv1), nameof(bn1), nameof(conv2), nameof(bn2));
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly Sequential? shortcut;
    private readonly int step;
    private int zerosBefore;
    private int zerosAfter;

    /// <summary>A block between two widths.</summary>
    /// <param name="inputs">Channels that come in.</param>
    /// <param name="width">Channels that go out.</param>
    /// <param name="stride">2 halves height and width.</param>
    /// <param name="kind">What is added where the width or the size changes.</param>
    public CifarBlock(int inputs, int width, int stride = 1, CifarShortcut kind = CifarShortcut.ZeroPadding)
        : base(nameof(CifarBlock))
    {
        conv1 = Conv2d(inputs, width, 3, stride, 1, bias: false);
        bn1 = BatchNorm2d(width);
        conv2 = Conv2d(width, width, 3, 1, 1, bias: false);
        bn2 = BatchNorm2d(width);
        step = stride;
        if (stride != 1 || inputs != width)
        {
            if (kind == CifarShortcut.Convolution)
            {
                shortcut = Sequential(Conv2d(inputs, width, 1, stride, bias: false), BatchNorm2d(width));
            }
            else
            {
                zerosBefore = (width - inputs) / 2;
                zerosAfter = width - inputs - zerosBefore;
            }
        }

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
            return functional.relu(input).MoveToOuterDisposeScope();
        }

        var x = functional.relu(bn1.forward(conv1.forward(input)));
        x = bn2.forward(conv2.forward(x));
        x = functional.relu(x + Shortcut(input));
        return x.MoveToOuterDisposeScope();
    }

    private Tensor Shortcut(Tensor x)
    {
        if (shortcut is not null)
        {
            return shortcut.forward(x);
        }

        if (step == 1 && zerosBefore + zerosAfter == 0)
        {
            return x;
        }

        var smaller = x[TensorIndex.Colon, TensorIndex.Colon, TensorIndex.Slice(step: step), TensorIndex.Slice(step: step)];
        return functional.pad(smaller, new long[] { 0, 0, 0, 0, zerosBefore, zerosAfter });
    }
}
