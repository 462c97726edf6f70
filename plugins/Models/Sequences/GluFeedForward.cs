using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>A feed-forward network in which one half of what a layer makes gates the other (Dauphin et al., 2017).</summary>
[PrunableModel]
public sealed partial class GluFeedForward : Module<Tensor, Tensor>
{
    private readonly Linear fc1;
    private readonly Linear fc2;

    /// <summary>A feed-forward network.</summary>
    /// <param name="width">The tokens' width.</param>
    /// <param name="hidden">The width inside, after the gate.</param>
    public GluFeedForward(int width, int hidden)
        : base(nameof(GluFeedForward))
    {
        fc1 = Linear(width, 2 * hidden);
        fc2 = Linear(hidden, width);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var halves = fc1.forward(input).chunk(2, -1);
        return fc2.forward(halves[0] * sigmoid(halves[1])).MoveToOuterDisposeScope();
    }
}
