using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A fully connected layer: <c>input · weightᵀ + bias</c>.</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Linear))
    {
        weight = nn.init.NewParameter([outputSize, inputSize], device, dtype);
        bias = hasBias ? nn.init.NewParameter([outputSize], device, dtype) : null;
        nn.init.ResetLayer(weight, bias);
    }

    internal Linear(Parameter weight, Parameter? bias)
        : base(nameof(Linear))
    {
        this.weight = weight;
        this.bias = bias;
    }

    /// <summary>[outputs, inputs]. A new weight may have another size; the old one is disposed of.</summary>
    public Parameter weight
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            (out_features, in_features) = value.shape is [var rows, var columns]
                ? (rows, columns)
                : throw new ArgumentException($"A linear layer's weight has two dimensions: {value}.", nameof(value));
            field = Replace(nameof(weight), field, value);
        }
    }

    /// <summary>[outputs], or null. The old one is disposed of.</summary>
    public Parameter? bias { get; set => field = Replace(nameof(bias), field, value); }

    /// <summary>The number of inputs: the weight's.</summary>
    public long in_features { get; private set; }

    /// <summary>The number of outputs: the weight's.</summary>
    public long out_features { get; private set; }

    /// <summary>[*, inputs] to [*, outputs].</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, weight, bias);
}
