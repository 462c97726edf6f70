using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The largest value in as many windows over [batch, channels, length] as the output has.</summary>
public sealed class AdaptiveMaxPool1d : nn.Module<Tensor, Tensor>
{
    internal AdaptiveMaxPool1d(long output_size)
        : base(nameof(AdaptiveMaxPool1d)) => this.output_size = output_size;

    /// <summary>The output's size.</summary>
    public long output_size { get; set; }

    /// <summary>[batch, channels, length] to the same with the given size.</summary>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool1d(input, output_size);

    /// <summary>Also gives where the values were.</summary>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        nn.functional.adaptive_max_pool1d_with_indices(input, output_size);
}
