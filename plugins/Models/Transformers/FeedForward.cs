using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>Two linear layers with GELU between them, on each token by itself.</summary>
[PrunableModel]
public sealed partial class FeedForward : Module<Tensor, Tensor>
{
    private readonly Linear fc1;
    private readonly Linear fc2;

    /// <summary>A feed-forward network.</summary>
    /// <param name="width">The tokens' width.</param>
    /// <param name="hidden">The width inside.</param>
    /// <param name="device">Where the weights lie.</param>
    public FeedForward(int width, int hidden, Device? device = null)
        : base(nameof(FeedForward))
    {
        fc1 = Linear(width, hidden, device: device);
        fc2 = Linear(hidden, width, device: device);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return fc2.forward(functional.gelu(fc1.forward(input))).MoveToOuterDisposeScope();
    }
}
