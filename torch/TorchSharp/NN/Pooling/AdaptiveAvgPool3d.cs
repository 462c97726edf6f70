using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The mean in as many windows over [batch, channels, depth, height, width] as the output has.</summary>
public sealed class AdaptiveAvgPool3d : nn.Module<Tensor, Tensor>
{
    internal AdaptiveAvgPool3d(long[] output_size)
        : base(nameof(AdaptiveAvgPool3d)) => this.output_size = output_size;

    /// <summary>The output's sizes.</summary>
    public long[] output_size { get; set; }

    /// <summary>[batch, channels, depth, height, width] to the same with the given sizes.</summary>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool3d(input, output_size);
}
