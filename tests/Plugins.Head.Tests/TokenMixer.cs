using Espalier.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Plugins.Head.Tests;

/// <summary>A hybrid: convolutions, then one residual sum in which attention is alone or beside a feed-forward network.</summary>
[PrunableModel]
public sealed partial class TokenMixer : Module<Tensor, Tensor>, IResidualModule
{
    private readonly ResidualSwitch branch;
    private readonly Conv2d stem = Conv2d(3, 8, 3, padding: 1);
    private readonly BatchNorm2d norm = BatchNorm2d(8);
    private readonly Conv2d embed = Conv2d(8, 12, 4, 4);
    private readonly SplitAttention attn = new(12, 3);
    private readonly Linear mlp = Linear(12, 12);
    private readonly Linear head = Linear(12, 10);
    private readonly bool isParallel;
    private readonly bool hasSwitch;

    public TokenMixer(bool isParallel, bool hasSwitch)
        : base(nameof(TokenMixer))
    {
        (this.isParallel, this.hasSwitch) = (isParallel, hasSwitch);
        branch = isParallel ? new(nameof(attn), nameof(mlp)) : new(nameof(attn));
        RegisterComponents();
    }

    public IReadOnlyList<ResidualSwitch> Branches => hasSwitch ? [branch] : [];

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var y = embed.forward(functional.relu(norm.forward(stem.forward(x)))).flatten(2).transpose(1, 2);
        if (branch.IsKept)
        {
            y = isParallel ? y + (attn.forward(y) + mlp.forward(y)) : y + attn.forward(y);
        }

        return head.forward(functional.relu(y).mean([1L])).MoveToOuterDisposeScope();
    }
}
