using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The mean in as many windows over [batch, channels, length] as the output has.</summary>
public sealed class AdaptiveAvgPool1d : nn.Module<Tensor, Tensor>
{
    internal AdaptiveAvgPool1d(long output_size)
        : base(nameof(AdaptiveAvgPool1d)) => this.output_size = output_size;

    /// <summary>The output's size.</summary>
    public long output_size { get; set; }

    /// <summary>[batch, channels, length] to the same with the given size.</summary>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool1d(input, output_size);
}
