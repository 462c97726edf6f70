using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Dropout for self-normalising networks: keeps mean and variance.</summary>
public sealed class AlphaDropout : nn.Module<Tensor, Tensor>
{
    internal AlphaDropout(double p, bool inplace)
        : base(nameof(AlphaDropout))
    {
        this.p = p;
        this.inplace = inplace;
    }

    /// <summary>How likely an element is set to zero.</summary>
    public double p { get; set; }

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Any shape to the same; in evaluation mode the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.alpha_dropout(tensor, p, training, inplace);
}
