using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Plugins.Snp.Tests;

/// <summary>A model whose attention divides by the root of whatever width its heads have: pruning it changes its scale.</summary>
[PrunableModel]
public sealed partial class Rescaling : Module<Tensor, Tensor>
{
    private readonly Linear embed;
    private readonly Linear q;
    private readonly Linear k;
    private readonly Linear v;
    private readonly Linear proj;

    public Rescaling()
        : base(nameof(Rescaling))
    {
        embed = Linear(3, 12);
        q = Linear(12, 8);
        k = Linear(12, 8);
        v = Linear(12, 8);
        proj = Linear(8, 5);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = embed.forward(input.flatten(2).transpose(1, 2));
        var mixed = functional.scaled_dot_product_attention(q.forward(x), k.forward(x), v.forward(x));
        return proj.forward(mixed).mean([1]).MoveToOuterDisposeScope();
    }
}
