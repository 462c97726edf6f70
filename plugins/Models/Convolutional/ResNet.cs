using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>The residual network for large images of He et al. (2016), with the shapes and names of torchvision's weights.</summary>
[PrunableModel]
public sealed partial class ResNet : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Sequential layer1;
    private readonly Sequential layer2;
    private readonly Sequential layer3;
    private readonly Sequential layer4;
    private readonly Linear fc;

    /// <summary>A network of four stages.</summary>
    /// <param name="depths">The number of blocks in each stage.</param>
    /// <param name="bottleneck">Whether the blocks are <see cref="Bottleneck"/>, or else <see cref="BasicBlock"/>.</param>
    /// <param name="classes">The number of logits.</param>
    /// <param name="width">Channels of the first stage; each further one has twice as many.</param>
    /// <param name="channels">Channels of the images.</param>
    public ResNet(int[] depths, bool bottleneck, int classes = 1000, int width = 64, int channels = 3)
        : base(nameof(ResNet))
    {
        if (depths is not { Length: 4 } || depths.Any(depth => depth < 1))
        {
            throw new ArgumentException("The network has four stages of one block or more.", nameof(depths));
        }

        var expansion = bottleneck ? Bottleneck.Expansion : 1;
        conv1 = Conv2d(channels, width, 7, 2, 3, bias: false);
        bn1 = BatchNorm2d(width);
        layer1 = Stage(depths[0], width, width, 1);
        layer2 = Stage(depths[1], width * expansion, 2 * width, 2);
        layer3 = Stage(depths[2], 2 * width * expansion, 4 * width, 2);
        layer4 = Stage(depths[3], 4 * width * expansion, 8 * width, 2);
        fc = Linear(8 * width * expansion, classes);
        RegisterComponents();
        Initialize.Convolutions(this);

        Sequential Stage(int depth, int inputs, int outputs, int stride) =>
            Sequential(Enumerable.Range(0, depth).Select(i =>
                i == 0 ? Block(inputs, outputs, stride) : Block(outputs * expansion, outputs, 1)));

        Module<Tensor, Tensor> Block(int inputs, int outputs, int stride) =>
            bottleneck ? new Bottleneck(inputs, outputs, stride) : new BasicBlock(inputs, outputs, stride);
    }

    /// <summary>18 layers, 11.7 million parameters.</summary>
    public static ResNet ResNet18(int classes = 1000) => new([2, 2, 2, 2], false, classes);

    /// <summary>34 layers, 21.8 million parameters.</summary>
    public static ResNet ResNet34(int classes = 1000) => new([3, 4, 6, 3], false, classes);

    /// <summary>50 layers, 25.6 million parameters.</summary>
    public static ResNet ResNet50(int classes = 1000) => new([3, 4, 6, 3], true, classes);

    /// <summary>101 layers, 44.5 million parameters.</summary>
    public static ResNet ResNet101(int classes = 1000) => new([3, 4, 23, 3], true, classes);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = functional.relu(bn1.forward(conv1.forward(input)));
        x = functional.max_pool2d(x, 3, 2, 1);
        x = layer4.forward(layer3.forward(layer2.forward(layer1.forward(x))));
        x = functional.adaptive_avg_pool2d(x, 1).flatten(1);
        return fc.forward(x).MoveToOuterDisposeScope();
    }
}
