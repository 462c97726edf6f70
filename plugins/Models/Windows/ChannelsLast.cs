using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Models;

/// <summary>Makes channels the last dimension: (images, channels, height, width) becomes (images, height, width, channels).</summary>
[PrunableModel]
public sealed partial class ChannelsLast : Module<Tensor, Tensor>
{
    /// <summary>A module without parameters.</summary>
    public ChannelsLast()
        : base(nameof(ChannelsLast))
    {
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.permute(0, 2, 3, 1);
}
