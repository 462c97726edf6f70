using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>Attention and a feed-forward network, each added to what comes in and each after its norm.</summary>
[PrunableModel]
public sealed partial class TransformerBlock : Module<Tensor, Tensor>, IResidualModule
{
    private readonly ResidualSwitch attention = new(nameof(norm1), nameof(attn));
    private readonly ResidualSwitch feedForward = new(nameof(norm2), nameof(mlp));
    private readonly LayerNorm norm1;
    private readonly Module<Tensor, Tensor> attn;
    private readonly LayerNorm norm2;
    private readonly Module<Tensor, Tensor> mlp;

    /// <summary>A block of given parts.</summary>
    /// <param name="width">The tokens' width.</param>
    /// <param name="attention">Mixes tokens.</param>
    /// <param name="feedForward">Works on each token by itself.</param>
    /// <param name="eps">What the norms add to the variance.</param>
    /// <param name="device">Where the weights lie.</param>
    public TransformerBlock(
        int width, Module<Tensor, Tensor> attention, Module<Tensor, Tensor> feedForward, double eps = 1e-6, Device? device = null)
        : base(nameof(TransformerBlock))
    {
        norm1 = LayerNorm(width, eps, device: device);
        attn = attention;
        norm2 = LayerNorm(width, eps, device: device);
        mlp = feedForward;
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
