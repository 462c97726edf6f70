using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>Makes one token of each four neighbours: half the height and width, twice the channels.</summary>
[PrunableModel]
public sealed partial class PatchMerging : Module<Tensor, Tensor>
{
    private readonly Linear reduction;
    private readonly LayerNorm norm;

    /// <summary>A merging layer.</summary>
    /// <param name="width">The width of the tokens that come in.</param>
    public PatchMerging(int width)
        : base(nameof(PatchMerging))
    {
        reduction = Linear(4 * width, 2 * width, hasBias: false);
        norm = LayerNorm(4 * width);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var even = TensorIndex.Slice(0, null, 2);
        var odd = TensorIndex.Slice(1, null, 2);
        var x = cat(
            [
                input[TensorIndex.Colon, even, even],
                input[TensorIndex.Colon, odd, even],
                input[TensorIndex.Colon, even, odd],
                input[TensorIndex.Colon, odd, odd],
            ],
            -1);
        return reduction.forward(norm.forward(x)).MoveToOuterDisposeScope();
    }
}
