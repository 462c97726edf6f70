using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>The vision transformer of Dosovitskiy et al. (2021) and of DeiT (Touvron et al., 2021), with the names of timm's weights.</summary>
[PrunableModel]
public sealed partial class VisionTransformer : Module<Tensor, Tensor>
{
    private readonly Parameter cls_token;
    private readonly Parameter pos_embed;
    private readonly PatchEmbedding patch_embed;
    private readonly ModuleList<TransformerBlock> blocks;
    private readonly LayerNorm norm;
    private readonly Linear head;

    /// <summary>A transformer.</summary>
    /// <param name="imageSize">Height and width of the images, a multiple of the patches'.</param>
    /// <param name="patchSize">Height and width of a patch.</param>
    /// <param name="classes">The number of logits.</param>
    /// <param name="width">The tokens' width.</param>
    /// <param name="depth">The number of blocks.</param>
    /// <param name="heads">The number of heads of each attention layer.</param>
    /// <param name="feedForwardFactor">How many times as wide as the tokens a feed-forward network is inside.</param>
    /// <param name="attention">Whether one linear layer makes queries, keys and values, or three do.</param>
    /// <param name="channels">Channels of the images.</param>
    /// <param name="device">Where the weights lie; on <see cref="META"/> the model has shapes only.</param>
    public VisionTransformer(
        int imageSize = 224, int patchSize = 16, int classes = 1000, int width = 768, int depth = 12, int heads = 12,
        double feedForwardFactor = 4, AttentionKind attention = AttentionKind.Fused, int channels = 3, Device? device = null)
        : base(nameof(VisionTransformer))
    {
        if (imageSize % patchSize != 0 || width % heads != 0)
        {
            throw new ArgumentException(
                $"Images of {imageSize} do not consist of patches of {patchSize}, or a width of {width} not of {heads} heads.");
        }

        var patches = imageSize / patchSize * (imageSize / patchSize);
        cls_token = Parameter(zeros(1, 1, width, device: device));
        pos_embed = Parameter(zeros(1, patches + 1, width, device: device));
        patch_embed = new PatchEmbedding(channels, width, patchSize, device);
        blocks = ModuleList(Enumerable.Range(0, depth).Select(_ => Block()).ToArray());
        norm = LayerNorm(width, 1e-6, device: device);
        head = Linear(width, classes, device: device);
        RegisterComponents();
        if (device?.type != TorchSharp.DeviceType.META)
        {
            Initialize.Transformer(this, cls_token, pos_embed);
        }

        TransformerBlock Block() => new(
            width,
            attention == AttentionKind.Fused ? new FusedAttention(width, heads, device) : new SplitAttention(width, heads, device: device),
            new FeedForward(width, (int)(width * feedForwardFactor), device),
            device: device);
    }

    /// <summary>DeiT-Tiny: 5.7 million parameters.</summary>
    public static VisionTransformer DeitTiny(int classes = 1000, int imageSize = 224, AttentionKind attention = AttentionKind.Fused) =>
        new(imageSize, 16, classes, 192, 12, 3, attention: attention);

    /// <summary>DeiT-Small: 22.1 million parameters.</summary>
    public static VisionTransformer DeitSmall(int classes = 1000, int imageSize = 224, AttentionKind attention = AttentionKind.Fused) =>
        new(imageSize, 16, classes, 384, 12, 6, attention: attention);

    /// <summary>DeiT-Base: 86.6 million parameters.</summary>
    public static VisionTransformer DeitBase(int classes = 1000, int imageSize = 224, AttentionKind attention = AttentionKind.Fused) =>
        new(imageSize, 16, classes, 768, 12, 12, attention: attention);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var patches = patch_embed.forward(input);
        var x = cat([cls_token.expand(patches.shape[0], -1, -1), patches], 1) + pos_embed;
        foreach (var block in blocks)
        {
            x = block.forward(x);
        }

        x = norm.forward(x).select(1, 0);
        return head.forward(x).MoveToOuterDisposeScope();
    }
}
