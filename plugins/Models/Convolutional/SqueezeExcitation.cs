using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>Weighs each channel by what the mean over all pixels says (Hu et al., 2018).</summary>
[PrunableModel]
public sealed partial class SqueezeExcitation : Module<Tensor, Tensor>
{
    private readonly Conv2d fc1;
    private readonly Conv2d fc2;

    /// <summary>A gate.</summary>
    /// <param name="width">Channels that come in and go out.</param>
    /// <param name="squeezed">Channels inside.</param>
    public SqueezeExcitation(int width, int squeezed)
        : base(nameof(SqueezeExcitation))
    {
        fc1 = Conv2d(width, squeezed, 1);
        fc2 = Conv2d(squeezed, width, 1);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var gate = functional.adaptive_avg_pool2d(input, 1);
        gate = sigmoid(fc2.forward(functional.relu(fc1.forward(gate))));
        return (gate * input).MoveToOuterDisposeScope();
    }
}
