using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>Attention in windows and a feed-forward network, each added to what comes in and each after its norm.</summary>
[PrunableModel]
public sealed partial class SwinBlock : Module<Tensor, Tensor>, IResidualModule
{
    private readonly ResidualSwitch attention = new(nameof(norm1), nameof(attn));
    private readonly ResidualSwitch feedForward = new(nameof(norm2), nameof(mlp));
    private readonly LayerNorm norm1;
    private readonly WindowAttention attn;
    private readonly LayerNorm norm2;
    private readonly Sequential mlp;

    /// <summary>A block.</summary>
    /// <param name="width">The tokens' width.</param>
    /// <param name="heads">The number of heads.</param>
    /// <param name="mapSize">Height and width of the map of tokens.</param>
    /// <param name="windowSize">Height and width of a window.</param>
    /// <param name="shifted">Whether the windows are shifted by half a window.</param>
    /// <param name="dropout">The probability of dropout in the feed-forward network.</param>
    public SwinBlock(int width, int heads, int mapSize, int windowSize, bool shifted, double dropout = 0)
        : base(nameof(SwinBlock))
    {
        norm1 = LayerNorm(width);
        attn = new WindowAttention(width, heads, mapSize, windowSize, shifted);
        norm2 = LayerNorm(width);
        mlp = Sequential(Linear(width, 4 * width), GELU(), Dropout(dropout), Linear(4 * width, width), Dropout(dropout));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public IReadOnlyList<ResidualSwitch> Branches => [attention, feedForward];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = attention.IsKept ? input + attn.forward(norm1.forward(input)) : input.alias();
        if (feedForward.IsKept)
        {
            x += mlp.forward(norm2.forward(x));
        }

        return x.MoveToOuterDisposeScope();
    }
}
