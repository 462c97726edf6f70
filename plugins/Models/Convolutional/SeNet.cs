using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>A residual network for small images whose blocks weigh their channels (Hu et al., 2018).</summary>
[PrunableModel]
public sealed partial class SeNet : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Sequential layers;
    private readonly Linear fc;

    /// <summary>A network.</summary>
    /// <param name="widths">The width of each block; every block that is wider than the one before halves height and width.</param>
    /// <param name="classes">The number of logits.</param>
    /// <param name="reduction">How many times fewer channels a gate has inside.</param>
    /// <param name="channels">Channels of the images.</param>
    public SeNet(int[] widths, int classes = 10, int reduction = 4, int channels = 3)
        : base(nameof(SeNet))
    {
        if (widths is not { Length: > 0 })
        {
            throw new ArgumentException("The network has one block or more.", nameof(widths));
        }

        conv1 = Conv2d(channels, widths[0], 3, 1, 1, bias: false);
        bn1 = BatchNorm2d(widths[0]);
        layers = Sequential(widths.Select(Module<Tensor, Tensor> (width, i) =>
        {
            var inputs = i == 0 ? width : widths[i - 1];
            return new SeBlock(inputs, width, width > inputs ? 2 : 1, reduction);
        }));
        fc = Linear(widths[^1], classes);
        RegisterComponents();
        Initialize.Convolutions(this);
    }

    /// <summary>Six blocks of 16, 32 and 64 channels.</summary>
    public static SeNet Small(int classes = 10) => new([16, 16, 32, 32, 64, 64], classes);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = functional.relu(bn1.forward(conv1.forward(input)));
        x = functional.adaptive_avg_pool2d(layers.forward(x), 1).flatten(1);
        return fc.forward(x).MoveToOuterDisposeScope();
    }
}
