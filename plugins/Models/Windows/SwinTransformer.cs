using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>The transformer of shifted windows of Liu et al. (2021), with the shapes and names of torchvision's weights.</summary>
[PrunableModel]
public sealed partial class SwinTransformer : Module<Tensor, Tensor>
{
    private readonly Sequential features;
    private readonly LayerNorm norm;
    private readonly Linear head;

    /// <summary>A transformer of some stages; between each two, four tokens are merged into one of twice the width.</summary>
    /// <param name="imageSize">Height and width of the images; the map of every stage must consist of whole windows.</param>
    /// <param name="depths">The number of blocks in each stage.</param>
    /// <param name="heads">The number of heads in each stage.</param>
    /// <param name="width">The tokens' width in the first stage.</param>
    /// <param name="windowSize">Height and width of a window.</param>
    /// <param name="patchSize">Height and width of a patch.</param>
    /// <param name="classes">The number of logits.</param>
    /// <param name="channels">Channels of the images.</param>
    public SwinTransformer(
        int imageSize, int[] depths, int[] heads, int width = 96, int windowSize = 7, int patchSize = 4, int classes = 1000,
        int channels = 3)
        : base(nameof(SwinTransformer))
    {
        if (depths is null || heads is null || depths.Length != heads.Length)
        {
            throw new ArgumentException("There must be as many depths as numbers of heads.", nameof(depths));
        }

        var size = imageSize / patchSize;
        var parts = new List<Module<Tensor, Tensor>>
        {
            Sequential(Conv2d(channels, width, patchSize, patchSize), new ChannelsLast(), LayerNorm(width)),
        };
        for (var stage = 0; stage < depths.Length; stage++)
        {
            if (stage > 0)
            {
                parts.Add(new PatchMerging(width));
                (width, size) = (2 * width, size / 2);
            }

            var blocks = new Module<Tensor, Tensor>[depths[stage]];
            for (var i = 0; i < blocks.Length; i++)
            {
                blocks[i] = new SwinBlock(width, heads[stage], size, windowSize, i % 2 == 1);
            }

            parts.Add(Sequential(blocks));
        }

        features = Sequential(parts);
        norm = LayerNorm(width);
        head = Linear(width, classes);
        RegisterComponents();
        var tables = named_parameters().Where(p => p.name.EndsWith("bias_table", StringComparison.Ordinal));
        Initialize.Transformer(this, [.. tables.Select(p => p.parameter)]);
    }

    /// <summary>Swin-T: 28.3 million parameters.</summary>
    public static SwinTransformer Tiny(int classes = 1000, int imageSize = 224, int windowSize = 7) =>
        new(imageSize, [2, 2, 6, 2], [3, 6, 12, 24], 96, windowSize, classes: classes);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = norm.forward(features.forward(input));
        return head.forward(x.mean(new long[] { 1, 2 })).MoveToOuterDisposeScope();
    }
}
