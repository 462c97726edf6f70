using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>The network of inverted residuals of Sandler et al. (2018), with the shapes and names of torchvision's weights.</summary>
[PrunableModel]
public sealed partial class MobileNetV2 : Module<Tensor, Tensor>
{
    private readonly Sequential features;
    private readonly Sequential classifier;

    /// <summary>A network.</summary>
    /// <param name="classes">The number of logits.</param>
    /// <param name="widthFactor">Scales all widths.</param>
    /// <param name="dropout">The probability of dropout before the classifier.</param>
    /// <param name="channels">Channels of the images.</param>
    public MobileNetV2(int classes = 1000, double widthFactor = 1, double dropout = 0.2, int channels = 3)
        : base(nameof(MobileNetV2))
    {
        var inputs = Scaled(32, widthFactor);
        var last = Scaled(1280, Math.Max(1, widthFactor));
        var parts = new List<Module<Tensor, Tensor>> { Convolution(channels, inputs, 3, 2) };
        foreach (var (expansion, width, depth, stride) in new[]
        {
            (1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1),
        })
        {
            var outputs = Scaled(width, widthFactor);
            for (var i = 0; i < depth; i++)
            {
                parts.Add(new InvertedResidual(inputs, outputs, i == 0 ? stride : 1, expansion));
                inputs = outputs;
            }
        }

        parts.Add(Convolution(inputs, last, 1));
        features = Sequential(parts);
        classifier = Sequential(Dropout(dropout), Linear(last, classes));
        RegisterComponents();
        Initialize.Convolutions(this);
    }

    /// <summary>The network of the paper, 3.5 million parameters.</summary>
    public static MobileNetV2 Standard(int classes = 1000) => new(classes);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = features.forward(input);
        x = functional.adaptive_avg_pool2d(x, 1).flatten(1);
        return classifier.forward(x).MoveToOuterDisposeScope();
    }

    /// <summary>A convolution that keeps the size at stride 1, its norm, and ReLU6.</summary>
    internal static Sequential Convolution(int inputs, int outputs, int kernel, int stride = 1, int groups = 1) => Sequential(
        Conv2d(inputs, outputs, kernel, stride, kernel / 2, groups: groups, bias: false), BatchNorm2d(outputs), ReLU6());

    /// <summary>The nearest multiple of 8 that is not below nine tenths of the scaled width.</summary>
    private static int Scaled(int width, double factor)
    {
        var wanted = width * factor;
        var rounded = Math.Max(8, (int)(wanted + 4) / 8 * 8);
        return rounded < 0.9 * wanted ? rounded + 8 : rounded;
    }
}
