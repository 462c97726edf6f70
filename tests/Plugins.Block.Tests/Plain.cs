using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Plugins.Block.Tests;

/// <summary>A residual branch that its class gives no switch.</summary>
[PrunableModel]
public sealed partial class Plain : Module<Tensor, Tensor>
{
    private readonly Linear first = Linear(6, 9);
    private readonly Linear second = Linear(9, 6);

    public Plain()
        : base(nameof(Plain)) => RegisterComponents();

    public override Tensor forward(Tensor x) => second.forward(first.forward(x)) + x;
}
