using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>Cuts images into square patches and makes a token of each.</summary>
[PrunableModel]
public sealed partial class PatchEmbedding : Module<Tensor, Tensor>
{
    private readonly Conv2d proj;

    /// <summary>An embedding.</summary>
    /// <param name="channels">Channels of the images.</param>
    /// <param name="width">The tokens' width.</param>
    /// <param name="patchSize">Height and width of a patch.</param>
    /// <param name="device">Where the weights lie.</param>
    public PatchEmbedding(int channels, int width, int patchSize, Device? device = null)
        : base(nameof(PatchEmbedding))
    {
        proj = Conv2d(channels, width, patchSize, patchSize, device: device);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return proj.forward(input).flatten(2).transpose(1, 2).MoveToOuterDisposeScope();
    }
}
