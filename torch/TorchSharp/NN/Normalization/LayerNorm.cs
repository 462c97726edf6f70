using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalisation over the last dimensions.</summary>
public sealed class LayerNorm : nn.Module<Tensor, Tensor>
{
    internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(LayerNorm))
    {
        this.normalized_shape = [.. normalized_shape];
        this.eps = eps;
        this.elementwise_affine = elementwise_affine;
        if (elementwise_affine)
        {
            weight = nn.init.NewParameter(this.normalized_shape, device, dtype);
            this.bias = bias ? nn.init.NewParameter(this.normalized_shape, device, dtype) : null;
        }

        reset_parameters();
    }

    /// <summary>
    /// [normalised dimensions]: what is multiplied with. The old one is disposed of. Without affine parameters there is none.
    /// </summary>
    public Parameter weight
    {
        get => field!;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            normalized_shape = value.shape;
            field = Replace(nameof(weight), field, value);
        }
    }

    /// <summary>[normalised dimensions]: what is added, or null. The old one is disposed of.</summary>
    public Parameter? bias { get; set => field = Replace(nameof(bias), field, value); }

    /// <summary>The last dimensions of the input: the weight's, where there is one.</summary>
    public long[] normalized_shape { get; set; }

    /// <summary>What is added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>Whether there are weights.</summary>
    public bool elementwise_affine { get; set; }

    /// <summary>Resets the weights.</summary>
    public void reset_parameters()
    {
        if (weight is not null)
        {
            nn.init.ones_(weight);
        }

        if (bias is not null)
        {
            nn.init.zeros_(bias);
        }
    }

    /// <summary>[*, normalised dimensions] to the same.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.layer_norm(tensor, normalized_shape, weight, bias, eps);
}
