using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Dropout of channels for self-normalising networks.</summary>
public sealed class FeatureAlphaDropout : nn.Module<Tensor, Tensor>
{
    internal FeatureAlphaDropout(double p, bool inplace)
        : base(nameof(FeatureAlphaDropout))
    {
        this.p = p;
        this.inplace = inplace;
    }

    /// <summary>How likely a channel is set to zero.</summary>
    public double p { get; set; }

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Any shape to the same; in evaluation mode the input.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.feature_alpha_dropout(tensor, p, training, inplace);
}
