using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The p-norm of the differences between vectors along the last dimension.</summary>
public sealed class PairwiseDistance : nn.Module<Tensor, Tensor, Tensor>
{
    internal PairwiseDistance(double norm, double eps, bool keepdim)
        : base(nameof(PairwiseDistance))
    {
        this.norm = norm;
        this.eps = eps;
        this.keepdim = keepdim;
    }

    /// <summary>The norm's exponent.</summary>
    public double norm { get; set; }

    /// <summary>Added to the differences.</summary>
    public double eps { get; set; }

    /// <summary>Whether the dimension stays, with size 1.</summary>
    public bool keepdim { get; set; }

    /// <summary>[batch, size] twice to [batch].</summary>
    public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.pairwise_distance(input1, input2, norm, eps, keepdim);
}
