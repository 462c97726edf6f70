using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Plugins.Block.Tests;

/// <summary>A feed-forward network of tokens with a convolution in the middle: features come last, although something convolves.</summary>
[PrunableModel]
public sealed partial class MixedTokens : Module<Tensor, Tensor>, IResidualModule
{
    private readonly ResidualSwitch branch = new(nameof(first), nameof(mix), nameof(second));
    private readonly Linear embed = Linear(5, 6);
    private readonly Linear first = Linear(6, 8);
    private readonly Conv1d mix = Conv1d(8, 8, 3, padding: 1, groups: 8);
    private readonly Linear second = Linear(8, 6);
    private readonly Linear head = Linear(6, 10);

    public MixedTokens()
        : base(nameof(MixedTokens)) => RegisterComponents();

    public IReadOnlyList<ResidualSwitch> Branches => [branch];

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var y = embed.forward(x);
        if (branch.IsKept)
        {
            y = y + second.forward(functional.gelu(mix.forward(first.forward(y).transpose(1, 2)).transpose(1, 2)));
        }

        return head.forward(y.mean([1L])).MoveToOuterDisposeScope();
    }
}
