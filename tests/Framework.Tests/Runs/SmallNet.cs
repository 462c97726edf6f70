using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Framework.Tests.Runs;

/// <summary>A convolution, a batch normalisation and a linear layer: small, and cut like a large one.</summary>
[PrunableModel]
public sealed partial class SmallNet : Module<Tensor, Tensor>
{
    private readonly TorchSharp.Modules.Conv2d conv;
    private readonly TorchSharp.Modules.BatchNorm2d norm;
    private readonly TorchSharp.Modules.Linear head;

    /// <summary>A net.</summary>
    public SmallNet(int width, int classes)
        : base(nameof(SmallNet))
    {
        conv = Conv2d(1, width, 3, padding: 1);
        norm = BatchNorm2d(width);
        head = Linear(width, classes);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => head.call(functional.relu(norm.call(conv.call(input))).mean([2, 3]));
}
