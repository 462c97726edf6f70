using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>Self-attention in which a token sees itself and those before it, with the names of GPT-2's weights.</summary>
[PrunableModel]
public sealed partial class CausalAttention : Module<Tensor, Tensor>
{
    private readonly Linear c_attn;
    private readonly Linear c_proj;
    private readonly Tensor mask;

    // A constant of the trained weights: it stays what it was when heads become narrower.
    private readonly double scale;
    private int numHeads;

    /// <summary>An attention layer.</summary>
    /// <param name="width">The tokens' width.</param>
    /// <param name="heads">The number of heads, a divisor of the width.</param>
    /// <param name="length">The longest sequence.</param>
    public CausalAttention(int width, int heads, int length)
        : base(nameof(CausalAttention))
    {
        numHeads = heads;
        scale = 1 / Math.Sqrt((double)width / heads);
        c_attn = Linear(width, 3 * width);
        c_proj = Linear(width, width);
        mask = triu(full(length, length, float.NegativeInfinity), 1);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var tokens = input.shape[1];
        var parts = c_attn.forward(input).chunk(3, 2);
        var (query, key, value) = (Heads(parts[0]), Heads(parts[1]), Heads(parts[2]));
        var scores = matmul(query, key.transpose(-2, -1)) * scale;
        scores += mask[TensorIndex.Slice(stop: tokens), TensorIndex.Slice(stop: tokens)];
        var mixed = matmul(softmax(scores, -1), value).transpose(1, 2).flatten(2);
        return c_proj.forward(mixed).MoveToOuterDisposeScope();
    }

    private Tensor Heads(Tensor x) => x.reshape(x.shape[0], x.shape[1], numHeads, -1).transpose(1, 2);
}
