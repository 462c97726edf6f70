using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalisation over neighbouring channels.</summary>
public sealed class LocalResponseNorm : nn.Module<Tensor, Tensor>
{
    internal LocalResponseNorm(long size, double alpha, double beta, double k)
        : base(nameof(LocalResponseNorm))
    {
        this.size = size;
        this.alpha = alpha;
        this.beta = beta;
        this.k = k;
    }

    /// <summary>How many channels count.</summary>
    public long size { get; set; }

    /// <summary>What the squares are multiplied with.</summary>
    public double alpha { get; set; }

    /// <summary>The exponent.</summary>
    public double beta { get; set; }

    /// <summary>What is added to the squares.</summary>
    public double k { get; set; }

    /// <summary>[batch, channels, ...] to the same.</summary>
    public override Tensor forward(Tensor input) => nn.functional.local_response_norm(input, size, alpha, beta, k);
}
