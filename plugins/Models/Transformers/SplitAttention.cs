using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>
/// Self-attention with a linear layer each for queries, keys and values, so that the width of queries and keys and that of values are
/// independent.
/// </summary>
[PrunableModel]
public sealed partial class SplitAttention : Module<Tensor, Tensor>
{
    private readonly Linear q;
    private readonly Linear k;
    private readonly Linear v;
    private readonly Linear proj;

    // A constant of the trained weights: it stays what it was when heads become narrower.
    private readonly double scale;
    private int numHeads;
    private int headDim;
    private int valueDim;

    /// <summary>An attention layer.</summary>
    /// <param name="width">The tokens' width.</param>
    /// <param name="heads">The number of heads.</param>
    /// <param name="headWidth">The width of a head's queries and keys; the tokens' width over the number of heads if null.</param>
    /// <param name="valueWidth">The width of a head's values; that of queries and keys if null.</param>
    /// <param name="device">Where the weights lie.</param>
    public SplitAttention(int width, int heads, int? headWidth = null, int? valueWidth = null, Device? device = null)
        : base(nameof(SplitAttention))
    {
        numHeads = heads;
        headDim = headWidth ?? width / heads;
        valueDim = valueWidth ?? headDim;
        scale = 1 / Math.Sqrt(headDim);
        q = Linear(width, heads * headDim, device: device);
        k = Linear(width, heads * headDim, device: device);
        v = Linear(width, heads * valueDim, device: device);
        proj = Linear(heads * valueDim, width, device: device);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var query = Heads(q.forward(input), headDim) * scale;
        var key = Heads(k.forward(input), headDim);
        var value = Heads(v.forward(input), valueDim);
        var attention = matmul(query, key.transpose(-2, -1)).softmax(-1);
        var mixed = matmul(attention, value).transpose(1, 2).flatten(2);
        return proj.forward(mixed).MoveToOuterDisposeScope();
    }

    private Tensor Heads(Tensor x, int width) => x.reshape(x.shape[0], x.shape[1], numHeads, width).transpose(1, 2);
}
