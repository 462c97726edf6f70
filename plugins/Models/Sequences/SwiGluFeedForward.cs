using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>A feed-forward network gated by SiLU (Shazeer, 2020), with the names of Llama's weights.</summary>
[PrunableModel]
public sealed partial class SwiGluFeedForward : Module<Tensor, Tensor>
{
    private readonly Linear gate_proj;
    private readonly Linear up_proj;
    private readonly Linear down_proj;

    /// <summary>A feed-forward network.</summary>
    /// <param name="width">The tokens' width.</param>
    /// <param name="hidden">The width inside.</param>
    public SwiGluFeedForward(int width, int hidden)
        : base(nameof(SwiGluFeedForward))
    {
        gate_proj = Linear(width, hidden, hasBias: false);
        up_proj = Linear(width, hidden, hasBias: false);
        down_proj = Linear(hidden, width, hasBias: false);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return down_proj.forward(gate_proj.forward(input).silu() * up_proj.forward(input)).MoveToOuterDisposeScope();
    }
}
