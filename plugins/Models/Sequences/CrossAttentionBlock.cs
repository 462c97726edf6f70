using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>Cross-attention and a feed-forward network, each added to what comes in and each after its norm.</summary>
[PrunableModel]
public sealed partial class CrossAttentionBlock : Module<Tensor, Tensor, Tensor>, IResidualModule
{
    private readonly ResidualSwitch attention = new(nameof(norm1), nameof(attn));
    private readonly ResidualSwitch feedForward = new(nameof(norm2), nameof(mlp));
    private readonly LayerNorm norm1;
    private readonly CrossAttention attn;
    private readonly LayerNorm norm2;
    private readonly FeedForward mlp;

    /// <summary>A block.</summary>
    /// <param name="width">The width of the tokens that ask.</param>
    /// <param name="contextWidth">The width of the tokens that are asked.</param>
    /// <param name="heads">The number of heads.</param>
    /// <param name="hidden">The width inside the feed-forward network; four times the tokens' if null.</param>
    public CrossAttentionBlock(int width, int contextWidth, int heads, int? hidden = null)
        : base(nameof(CrossAttentionBlock))
    {
        norm1 = LayerNorm(width);
        attn = new CrossAttention(width, contextWidth, heads);
        norm2 = LayerNorm(width);
        mlp = new FeedForward(width, hidden ?? 4 * width);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public IReadOnlyList<ResidualSwitch> Branches => [attention, feedForward];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor context)
    {
        using var scope = NewDisposeScope();
        var x = attention.IsKept ? input + attn.forward(norm1.forward(input), context) : input.alias();
        if (feedForward.IsKept)
        {
            x += mlp.forward(norm2.forward(x));
        }

        return x.MoveToOuterDisposeScope();
    }
}
