using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Linear, with a random slope below zero in training.</summary>
public sealed class RReLU : nn.Module<Tensor, Tensor>
{
    internal RReLU(double lower, double upper, bool inplace)
        : base(nameof(RReLU))
    {
        this.lower = lower;
        this.upper = upper;
        this.inplace = inplace;
    }

    /// <summary>The least slope.</summary>
    public double lower { get; set; }

    /// <summary>The greatest slope.</summary>
    public double upper { get; set; }

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Any shape to the same.</summary>
    public override Tensor forward(Tensor tensor) => inplace
        ? Aten.CallInPlace("aten::rrelu_", tensor, lower, upper, training).alias()
        : Aten.Call("aten::rrelu", tensor, lower, upper, training);
}
