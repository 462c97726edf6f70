using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>A <see cref="BasicBlock"/> with a <see cref="SqueezeExcitation"/> before the sum.</summary>
[PrunableModel]
public sealed partial class SeBlock : Module<Tensor, Tensor>, IResidualModule
{
    private readonly ResidualSwitch branch = new(nameof(conv1), nameof(bn1), nameof(conv2), nameof(bn2), nameof(se));
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly SqueezeExcitation se;
    private readonly Sequential? downsample;

    /// <summary>A block between two widths.</summary>
    /// <param name="inputs">Channels that come in.</param>
    /// <param name="width">Channels that go out.</param>
    /// <param name="stride">2 halves height and width.</param>
    /// <param name="reduction">How many times fewer channels the gate has inside.</param>
    public SeBlock(int inputs, int width, int stride = 1, int reduction = 4)
        : base(nameof(SeBlock))
    {
        conv1 = Conv2d(inputs, width, 3, stride, 1, bias: false);
        bn1 = BatchNorm2d(width);
        conv2 = Conv2d(width, width, 3, 1, 1, bias: false);
        bn2 = BatchNorm2d(width);
        se = new SqueezeExcitation(width, Math.Max(1, width / reduction));
        if (stride != 1 || inputs != width)
        {
            downsample = Sequential(Conv2d(inputs, width, 1, stride, bias: false), BatchNorm2d(width));
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
        x = se.forward(bn2.forward(conv2.forward(x)));
        x += downsample is null ? input : downsample.forward(input);
        return functional.relu(x).MoveToOuterDisposeScope();
    }
}
