using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Training;

/// <summary>A model with two results, the first of which counts.</summary>
[PrunableModel]
internal sealed partial class TwoHeads : nn.Module<Tensor, (Tensor, Tensor)>
{
    private readonly Linear first = nn.Linear(36, Toys.Classes);
    private readonly Linear second = nn.Linear(36, 2);

    public TwoHeads()
        : base(nameof(TwoHeads)) => RegisterComponents();

    public override (Tensor, Tensor) forward(Tensor input)
    {
        var flat = input.flatten(1);
        return (first.forward(flat), second.forward(flat));
    }
}
