using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>The densely connected network of Huang et al. (2017), with the shapes and names of torchvision's weights.</summary>
[PrunableModel]
public sealed partial class DenseNet : Module<Tensor, Tensor>
{
    private readonly Sequential features;
    private readonly Linear classifier;

    /// <summary>A network of some blocks, with a transition to half the channels and half the size between each two.</summary>
    /// <param name="depths">The number of layers in each block.</param>
    /// <param name="classes">The number of logits.</param>
    /// <param name="growth">Channels that each layer adds.</param>
    /// <param name="width">Channels before the first block.</param>
    /// <param name="channels">Channels of the images.</param>
    public DenseNet(int[] depths, int classes = 1000, int growth = 32, int width = 64, int channels = 3)
        : base(nameof(DenseNet))
    {
        ArgumentNullException.ThrowIfNull(depths);
        var parts = new List<(string, Module<Tensor, Tensor>)>
        {
            ("conv0", Conv2d(channels, width, 7, 2, 3, bias: false)),
            ("norm0", BatchNorm2d(width)),
            ("relu0", ReLU()),
            ("pool0", MaxPool2d(3, 2, 1)),
        };
        for (var i = 0; i < depths.Length; i++)
        {
            parts.Add(($"denseblock{i + 1}", new DenseBlock(depths[i], width, growth)));
            width += depths[i] * growth;
            if (i < depths.Length - 1)
            {
                parts.Add(($"transition{i + 1}", Transition(width, width / 2)));
                width /= 2;
            }
        }

        parts.Add(("norm5", BatchNorm2d(width)));
        features = Sequential(parts);
        classifier = Linear(width, classes);
        RegisterComponents();
        Initialize.Convolutions(this);
    }

    /// <summary>121 layers, 8.0 million parameters.</summary>
    public static DenseNet DenseNet121(int classes = 1000) => new([6, 12, 24, 16], classes);

    /// <summary>169 layers, 14.1 million parameters.</summary>
    public static DenseNet DenseNet169(int classes = 1000) => new([6, 12, 32, 32], classes);

    /// <summary>201 layers, 20.0 million parameters.</summary>
    public static DenseNet DenseNet201(int classes = 1000) => new([6, 12, 48, 32], classes);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = functional.relu(features.forward(input));
        x = functional.adaptive_avg_pool2d(x, 1).flatten(1);
        return classifier.forward(x).MoveToOuterDisposeScope();
    }

    private static Sequential Transition(int inputs, int outputs) => Sequential(
        ("norm", BatchNorm2d(inputs)), ("relu", ReLU()), ("conv", Conv2d(inputs, outputs, 1, bias: false)), ("pool", AvgPool2d(2, 2)));
}
