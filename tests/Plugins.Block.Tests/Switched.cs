using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Plugins.Block.Tests;

/// <summary>A residual branch whose switch may be written wrongly.</summary>
[PrunableModel]
public sealed partial class Switched : Module<Tensor, Tensor>, IResidualModule
{
    internal readonly Linear first = Linear(6, 9);
    internal readonly Linear second = Linear(9, 6);
    private readonly Linear head = Linear(6, 3);
    private readonly ResidualSwitch branch;

    public Switched(params string[] modules)
        : base(nameof(Switched))
    {
        branch = new(modules);
        RegisterComponents();
    }

    public bool LeavesOutMore { get; set; }

    public IReadOnlyList<ResidualSwitch> Branches => [branch];

    public override Tensor forward(Tensor x)
    {
        var y = x;
        if (branch.IsKept)
        {
            y = second.forward(first.forward(x)) + x;
        }
        else if (LeavesOutMore)
        {
            return head.forward(x);
        }

        return head.forward(functional.relu(y));
    }
}
