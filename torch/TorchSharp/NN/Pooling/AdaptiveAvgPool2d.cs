using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The mean in as many windows over [batch, channels, height, width] as the output has.</summary>
public sealed class AdaptiveAvgPool2d : nn.Module<Tensor, Tensor>
{
    internal AdaptiveAvgPool2d(long[] output_size)
        : base(nameof(AdaptiveAvgPool2d)) => this.output_size = output_size;

    /// <summary>The output's sizes.</summary>
    public long[] output_size { get; set; }

    /// <summary>[batch, channels, height, width] to the same with the given sizes.</summary>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool2d(input, output_size);
}
