using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The largest value in as many windows over [batch, channels, depth, height, width] as the output has.</summary>
public sealed class AdaptiveMaxPool3d : nn.Module<Tensor, Tensor>
{
    internal AdaptiveMaxPool3d(long[] output_size)
        : base(nameof(AdaptiveMaxPool3d)) => this.output_size = output_size;

    /// <summary>The output's sizes.</summary>
    public long[] output_size { get; set; }

    /// <summary>[batch, channels, depth, height, width] to the same with the given sizes.</summary>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool3d(input, output_size);

    /// <summary>Also gives where the values were.</summary>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        nn.functional.adaptive_max_pool3d_with_indices(input, output_size);
}
