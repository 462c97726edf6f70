using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A bilinear form for each output.</summary>
public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
{
    internal Bilinear(long in1_features, long in2_features, long out_features, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Bilinear))
    {
        weight = nn.init.NewParameter([out_features, in1_features, in2_features], device, dtype);
        bias = hasBias ? nn.init.NewParameter([out_features], device, dtype) : null;
        var bound = 1 / Math.Sqrt(in1_features);
        nn.init.uniform_(weight, -bound, bound);
        if (bias is not null)
        {
            nn.init.uniform_(bias, -bound, bound);
        }
    }

    /// <summary>[outputs, first inputs, second inputs]. A new weight may have another size; the old one is disposed of.</summary>
    public Parameter weight
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            (out_features, in1_features, in2_features) = value.shape is [var outputs, var first, var second]
                ? (outputs, first, second)
                : throw new ArgumentException($"A bilinear layer's weight has three dimensions: {value}.", nameof(value));
            field = Replace(nameof(weight), field, value);
        }
    }

    /// <summary>[outputs], or null. The old one is disposed of.</summary>
    public Parameter? bias { get; set => field = Replace(nameof(bias), field, value); }

    /// <summary>The number of first inputs: the weight's.</summary>
    public long in1_features { get; private set; }

    /// <summary>The number of second inputs: the weight's.</summary>
    public long in2_features { get; private set; }

    /// <summary>The number of outputs: the weight's.</summary>
    public long out_features { get; private set; }

    /// <summary>[*, first inputs] and [*, second inputs] to [*, outputs].</summary>
    public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.bilinear(input1, input2, weight, bias);
}
