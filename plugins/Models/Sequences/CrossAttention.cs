using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>Attention whose queries come from one sequence and whose keys and values come from another.</summary>
[PrunableModel]
public sealed partial class CrossAttention : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear q_proj;
    private readonly Linear k_proj;
    private readonly Linear v_proj;
    private readonly Linear out_proj;

    // A constant of the trained weights: it stays what it was when heads become narrower.
    private readonly double scale;
    private int numHeads;
    private int headDim;
    private int valueDim;

    /// <summary>An attention layer.</summary>
    /// <param name="width">The width of the tokens that ask.</param>
    /// <param name="contextWidth">The width of the tokens that are asked.</param>
    /// <param name="heads">The number of heads.</param>
    /// <param name="headWidth">The width of a head's queries and keys; the tokens' width over the number of heads if null.</param>
    /// <param name="valueWidth">The width of a head's values; that of queries and keys if null.</param>
    public CrossAttention(int width, int contextWidth, int heads, int? headWidth = null, int? valueWidth = null)
        : base(nameof(CrossAttention))
    {
        numHeads = heads;
        headDim = headWidth ?? width / heads;
        valueDim = valueWidth ?? headDim;
        scale = 1 / Math.Sqrt(headDim);
        q_proj = Linear(width, heads * headDim);
        k_proj = Linear(contextWidth, heads * headDim);
        v_proj = Linear(contextWidth, heads * valueDim);
        out_proj = Linear(heads * valueDim, width);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor context)
    {
        using var scope = NewDisposeScope();
        var query = Heads(q_proj.forward(input), headDim);
        var key = Heads(k_proj.forward(context), headDim);
        var value = Heads(v_proj.forward(context), valueDim);
        var attention = softmax(matmul(query, key.transpose(-2, -1)) * scale, -1);
        var mixed = matmul(attention, value).transpose(1, 2).flatten(2);
        return out_proj.forward(mixed).MoveToOuterDisposeScope();
    }

    private Tensor Heads(Tensor x, int width) => x.reshape(x.shape[0], x.shape[1], numHeads, width).transpose(1, 2);
}
