using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Mixes the channels of groups.</summary>
public sealed class ChannelShuffle : nn.Module<Tensor, Tensor>
{
    internal ChannelShuffle(long groups)
        : base(nameof(ChannelShuffle)) => this.groups = groups;

    /// <summary>The number of groups.</summary>
    public long groups { get; set; }

    /// <summary>[batch, channels, height, width] to the same.</summary>
    public override Tensor forward(Tensor tensor) => Aten.Call("aten::channel_shuffle", tensor, groups);
}
