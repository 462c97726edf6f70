using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>Self-attention whose queries, keys and values come out of one linear layer.</summary>
[PrunableModel]
public sealed partial class FusedAttention : Module<Tensor, Tensor>
{
    private readonly Linear qkv;
    private readonly Linear proj;

    // A constant of the trained weights: it stays what it was when heads become narrower.
    private readonly double scale;
    private int numHeads;
    private int headDim;

    /// <summary>An attention layer.</summary>
    /// <param name="width">The tokens' width.</param>
    /// <param name="heads">The number of heads, a divisor of the width.</param>
    /// <param name="device">Where the weights lie.</param>
    public FusedAttention(int width, int heads, Device? device = null)
        : base(nameof(FusedAttention))
    {
        numHeads = heads;
        headDim = width / heads;
        scale = 1 / Math.Sqrt(headDim);
        qkv = Linear(width, 3 * heads * headDim, device: device);
        proj = Linear(heads * headDim, width, device: device);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var (batch, tokens) = (input.shape[0], input.shape[1]);
        var parts = qkv.forward(input).reshape(batch, tokens, 3, numHeads, headDim).permute(2, 0, 3, 1, 4).unbind(0);
        var (query, key, value) = (parts[0], parts[1], parts[2]);
        var attention = softmax(matmul(query * scale, key.transpose(-2, -1)), -1);
        var mixed = matmul(attention, value).transpose(1, 2).reshape(batch, tokens, numHeads * headDim);
        return proj.forward(mixed).MoveToOuterDisposeScope();
    }
}
