using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Framework.Tests.Criteria;

/// <summary>A model that computes something else for large batches.</summary>
[PrunableModel]
public sealed partial class ByBatch : Module<Tensor, Tensor>
{
    private readonly Linear first = Linear(4, 5);
    private readonly Linear second = Linear(5, 3);

    public ByBatch()
        : base(nameof(ByBatch)) => RegisterComponents();

    public override Tensor forward(Tensor x) => second.forward(x.shape[0] > 2 ? functional.relu(first.forward(x)) : first.forward(x));
}
