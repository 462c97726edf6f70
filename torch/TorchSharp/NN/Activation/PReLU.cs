using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Linear, with a slope below zero that is learnt.</summary>
public sealed class PReLU : nn.Module<Tensor, Tensor>
{
    internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype)
        : base(nameof(PReLU))
    {
        this.init = init;
        weight = nn.init.NewParameter([num_parameters], device, dtype);
        nn.init.constant_(weight, init);
    }

    /// <summary>[1] or [channels]: the slopes. The old ones are disposed of.</summary>
    public Parameter weight
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            num_parameters = value.numel();
            field = Replace(nameof(weight), field, value);
        }
    }

    /// <summary>The number of slopes: the weight's.</summary>
    public long num_parameters { get; private set; }

    /// <summary>The slopes' first value.</summary>
    public double init { get; }

    /// <summary>[batch, channels, ...] to the same.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, weight);
}
