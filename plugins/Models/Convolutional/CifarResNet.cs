using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>The residual network for 32x32 images of He et al. (2016), section 4.2: three stages of 16, 32 and 64 channels.</summary>
[PrunableModel]
public sealed partial class CifarResNet : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Sequential layer1;
    private readonly Sequential layer2;
    private readonly Sequential layer3;
    private readonly Linear linear;

    /// <summary>A network of a given depth.</summary>
    /// <param name="depth">6n + 2 for n blocks per stage: 20, 32, 44, 56, 110.</param>
    /// <param name="classes">The number of logits.</param>
    /// <param name="shortcut">What is added where the width changes.</param>
    /// <param name="width">Channels of the first stage; each further one has twice as many.</param>
    /// <param name="channels">Channels of the images.</param>
    public CifarResNet(
        int depth = 20, int classes = 10, CifarShortcut shortcut = CifarShortcut.ZeroPadding, int width = 16, int channels = 3)
        : base(nameof(CifarResNet))
    {
        if (depth < 8 || depth % 6 != 2)
        {
            throw new ArgumentOutOfRangeException(nameof(depth), depth, "The depth must be 6n + 2: 20, 32, 44, 56, 110.");
        }

        conv1 = Conv2d(channels, width, 3, 1, 1, bias: false);
        bn1 = BatchNorm2d(width);
        layer1 = Stage(depth / 6, width, width, 1, shortcut);
        layer2 = Stage(depth / 6, width, 2 * width, 2, shortcut);
        layer3 = Stage(depth / 6, 2 * width, 4 * width, 2, shortcut);
        linear = Linear(4 * width, classes);
        RegisterComponents();
        Initialize.Convolutions(this);
    }

    /// <summary>20 layers, 0.27 million parameters.</summary>
    public static CifarResNet ResNet20(int classes = 10, CifarShortcut shortcut = CifarShortcut.ZeroPadding) => new(20, classes, shortcut);

    /// <summary>32 layers, 0.46 million parameters.</summary>
    public static CifarResNet ResNet32(int classes = 10, CifarShortcut shortcut = CifarShortcut.ZeroPadding) => new(32, classes, shortcut);

    /// <summary>44 layers, 0.66 million parameters.</summary>
    public static CifarResNet ResNet44(int classes = 10, CifarShortcut shortcut = CifarShortcut.ZeroPadding) => new(44, classes, shortcut);

    /// <summary>56 layers, 0.85 million parameters.</summary>
    public static CifarResNet ResNet56(int classes = 10, CifarShortcut shortcut = CifarShortcut.ZeroPadding) => new(56, classes, shortcut);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = functional.relu(bn1.forward(conv1.forward(input)));
        x = layer3.forward(layer2.forward(layer1.forward(x)));
        x = functional.adaptive_avg_pool2d(x, 1).flatten(1);
        return linear.forward(x).MoveToOuterDisposeScope();
    }

    private static Sequential Stage(int depth, int inputs, int width, int stride, CifarShortcut shortcut) =>
        Sequential(Enumerable.Range(0, depth).Select(Module<Tensor, Tensor> (i) =>
            i == 0 ? new CifarBlock(inputs, width, stride, shortcut) : new CifarBlock(width, width, 1, shortcut)));
}
