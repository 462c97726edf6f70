using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>The network of split and shuffled channels of Ma et al. (2018), with the shapes and names of torchvision's weights.</summary>
[PrunableModel]
public sealed partial class ShuffleNetV2 : Module<Tensor, Tensor>
{
    private readonly Sequential conv1;
    private readonly Sequential stage2;
    private readonly Sequential stage3;
    private readonly Sequential stage4;
    private readonly Sequential conv5;
    private readonly Linear fc;

    /// <summary>A network.</summary>
    /// <param name="depths">The number of units in each of the three stages.</param>
    /// <param name="widths">Channels of the stem, of the three stages, and before the classifier.</param>
    /// <param name="classes">The number of logits.</param>
    /// <param name="channels">Channels of the images.</param>
    public ShuffleNetV2(int[] depths, int[] widths, int classes = 1000, int channels = 3)
        : base(nameof(ShuffleNetV2))
    {
        if (depths is not { Length: 3 } || widths is not { Length: 5 })
        {
            throw new ArgumentException("The network has three depths and five widths.", nameof(depths));
        }

        conv1 = Sequential(Conv2d(channels, widths[0], 3, 2, 1, bias: false), BatchNorm2d(widths[0]), ReLU());
        stage2 = Stage(depths[0], widths[0], widths[1]);
        stage3 = Stage(depths[1], widths[1], widths[2]);
        stage4 = Stage(depths[2], widths[2], widths[3]);
        conv5 = Sequential(Conv2d(widths[3], widths[4], 1, bias: false), BatchNorm2d(widths[4]), ReLU());
        fc = Linear(widths[4], classes);
        RegisterComponents();
        Initialize.Convolutions(this);
    }

    /// <summary>Half of the standard widths, 1.4 million parameters.</summary>
    public static ShuffleNetV2 Half(int classes = 1000) => new([4, 8, 4], [24, 48, 96, 192, 1024], classes);

    /// <summary>The network of the paper, 2.3 million parameters.</summary>
    public static ShuffleNetV2 Standard(int classes = 1000) => new([4, 8, 4], [24, 116, 232, 464, 1024], classes);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = functional.max_pool2d(conv1.forward(input), 3, 2, 1);
        x = stage4.forward(stage3.forward(stage2.forward(x)));
        x = conv5.forward(x).mean(new long[] { 2, 3 });
        return fc.forward(x).MoveToOuterDisposeScope();
    }

    private static Sequential Stage(int depth, int inputs, int width) =>
        Sequential(Enumerable.Range(0, depth).Select(Module<Tensor, Tensor> (i) =>
            i == 0 ? new ShuffleUnit(inputs, width, 2) : new ShuffleUnit(width, width, 1)));
}
