using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>The network of Simonyan and Zisserman (2015) with batch normalisation, and with the names of torchvision's weights.</summary>
[PrunableModel]
public sealed partial class Vgg : Module<Tensor, Tensor>
{
    private readonly Sequential features;
    private readonly Sequential classifier;

    /// <summary>A network of 3x3 convolutions.</summary>
    /// <param name="stages">The widths of the convolutions of each stage; size is halved after each.</param>
    /// <param name="classes">The number of logits.</param>
    /// <param name="hidden">The widths of the two hidden layers of the classifier.</param>
    /// <param name="dropout">The probability of dropout in the classifier.</param>
    /// <param name="channels">Channels of the images.</param>
    public Vgg(int[][] stages, int classes = 1000, int hidden = 4096, double dropout = 0.5, int channels = 3)
        : base(nameof(Vgg))
    {
        ArgumentNullException.ThrowIfNull(stages);
        var parts = new List<Module<Tensor, Tensor>>();
        foreach (var stage in stages)
        {
            foreach (var width in stage)
            {
                parts.AddRange([Conv2d(channels, width, 3, 1, 1), BatchNorm2d(width), ReLU()]);
                channels = width;
            }

            parts.Add(MaxPool2d(2, 2));
        }

        features = Sequential(parts);
        classifier = Sequential(
            Linear(channels * PooledSize * PooledSize, hidden), ReLU(), Dropout(dropout),
            Linear(hidden, hidden), ReLU(), Dropout(dropout),
            Linear(hidden, classes));
        RegisterComponents();
        Initialize.Convolutions(this);
    }

    /// <summary>Height and width of what the classifier sees.</summary>
    public const int PooledSize = 7;

    /// <summary>11 layers, 132.9 million parameters.</summary>
    public static Vgg Vgg11(int classes = 1000, int hidden = 4096) =>
        new([[64], [128], [256, 256], [512, 512], [512, 512]], classes, hidden);

    /// <summary>16 layers, 138.4 million parameters.</summary>
    public static Vgg Vgg16(int classes = 1000, int hidden = 4096) =>
        new([[64, 64], [128, 128], [256, 256, 256], [512, 512, 512], [512, 512, 512]], classes, hidden);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = functional.adaptive_avg_pool2d(features.forward(input), PooledSize);
        return classifier.forward(x.flatten(1)).MoveToOuterDisposeScope();
    }
}
