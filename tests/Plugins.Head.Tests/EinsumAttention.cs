using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Plugins.Head.Tests;

/// <summary>Attention by einsum, with heads before the batch on the way.</summary>
[PrunableModel]
public sealed partial class EinsumAttention : Module<Tensor, Tensor>
{
    private readonly Linear q;
    private readonly Linear k;
    private readonly Linear v;
    private readonly Linear proj;
    private int heads;
    private int width;

    public EinsumAttention()
        : base(nameof(EinsumAttention))
    {
        (heads, width) = (3, 4);
        q = Linear(12, 12);
        k = Linear(12, 12);
        v = Linear(12, 12);
        proj = Linear(12, 12);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var (batch, tokens) = (input.shape[0], input.shape[1]);
        var query = q.forward(input).reshape(batch, tokens, heads, width);
        var key = k.forward(input).reshape(batch, tokens, heads, width);
        var value = v.forward(input).reshape(batch, tokens, heads, width);
        var attention = (einsum("bihd,bjhd->hbij", query, key) * 0.5).softmax(-1);
        var mixed = einsum("hbij,bjhd->bihd", attention, value).flatten(2);
        return proj.forward(mixed).MoveToOuterDisposeScope();
    }
}
