using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>
/// Self-attention in which several heads of queries share one head of keys and values (Ainslie et al., 2023), with the names of
/// Llama's weights. With a single head of keys and values it is multi-query attention (Shazeer, 2019).
/// </summary>
[PrunableModel]
public sealed partial class GroupedQueryAttention : Module<Tensor, Tensor>
{
    private readonly Linear q_proj;
    private readonly Linear k_proj;
    private readonly Linear v_proj;
    private readonly Linear o_proj;

    // A constant of the trained weights: it stays what it was when heads become narrower.
    private readonly double scale;
    private int keyHeads;
    private int groupSize;
    private int headDim;
    private int valueDim;

    /// <summary>An attention layer.</summary>
    /// <param name="width">The tokens' width.</param>
    /// <param name="heads">The number of heads of queries.</param>
    /// <param name="keyValueHeads">The number of heads of keys and values, a divisor of the number of heads.</param>
    /// <param name="headWidth">The width of a head's queries and keys; the tokens' width over the number of heads if null.</param>
    /// <param name="valueWidth">The width of a head's values; that of queries and keys if null.</param>
    public GroupedQueryAttention(int width, int heads, int keyValueHeads, int? headWidth = null, int? valueWidth = null)
        : base(nameof(GroupedQueryAttention))
    {
        if (heads % keyValueHeads != 0)
        {
            throw new ArgumentException($"{heads} heads cannot share {keyValueHeads} heads of keys and values.", nameof(keyValueHeads));
        }

        keyHeads = keyValueHeads;
        groupSize = heads / keyValueHeads;
        headDim = headWidth ?? width / heads;
        valueDim = valueWidth ?? headDim;
        scale = 1 / Math.Sqrt(headDim);
        q_proj = Linear(width, heads * headDim, hasBias: false);
        k_proj = Linear(width, keyValueHeads * headDim, hasBias: false);
        v_proj = Linear(width, keyValueHeads * valueDim, hasBias: false);
        o_proj = Linear(heads * valueDim, width, hasBias: false);
        RegisterComponents();
    }

    /// <summary>Attention with one head of keys and values.</summary>
    public static GroupedQueryAttention MultiQuery(int width, int heads) => new(width, heads, 1);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var (batch, tokens) = (input.shape[0], input.shape[1]);
        var query = q_proj.forward(input).reshape(batch, tokens, keyHeads, groupSize, headDim).permute(0, 2, 3, 1, 4);
        var key = k_proj.forward(input).reshape(batch, tokens, keyHeads, 1, headDim).permute(0, 2, 3, 4, 1);
        var value = v_proj.forward(input).reshape(batch, tokens, keyHeads, 1, valueDim).permute(0, 2, 3, 1, 4);
        var attention = softmax(matmul(query, key) * scale, -1);
        var mixed = matmul(attention, value).permute(0, 3, 1, 2, 4).flatten(2);
        return o_proj.forward(mixed).MoveToOuterDisposeScope();
    }
}
