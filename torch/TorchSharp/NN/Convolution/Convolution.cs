using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// What all convolutions have. Numbers of channels and the kernel's size are those of the weight, also when it is replaced.
/// </summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private readonly string operation;
    private readonly string operationWithNamedPadding;
    private long[] padsForOtherModes = [];
    private long[] weightShape = [];

    private protected Convolution(
        string name, string operation, string operationWithNamedPadding, bool transposed, long inChannels, long outChannels,
        long[] kernelSize, ConvolutionOptions options, bool hasBias, Device? device, ScalarType? dtype)
        : base(name)
    {
        if (inChannels % options.Groups != 0 || outChannels % options.Groups != 0)
        {
            throw new ArgumentException($"{inChannels} to {outChannels} channels cannot be divided into {options.Groups} groups.");
        }

        this.operation = operation;
        this.operationWithNamedPadding = operationWithNamedPadding;
        this.transposed = transposed;
        groups = options.Groups;
        stride = options.Stride;
        dilation = options.Dilation;
        output_padding = options.OutputPadding ?? new long[kernelSize.Length];
        padding_mode = options.PaddingMode;
        var (first, second) = transposed ? (inChannels, outChannels) : (outChannels, inChannels);
        weight = nn.init.NewParameter([first, second / groups, .. kernelSize], device, dtype);
        bias = hasBias ? nn.init.NewParameter([outChannels], device, dtype) : null;
        if (options.NamedPadding is { } named)
        {
            SetPadding(named);
        }
        else
        {
            SetPadding(options.Padding ?? new long[kernelSize.Length]);
        }

        reset_parameters();
    }

    /// <summary>
    /// [outputs, inputs / groups, kernel...]; transposed convolutions have [inputs, outputs / groups, kernel...]. A new weight may have
    /// another size; the old one is disposed of.
    /// </summary>
    public Parameter weight
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            weightShape = value.shape is { Length: var dimensions } shape && dimensions == stride.Length + 2
                ? shape
                : throw new ArgumentException($"The weight of {GetName()} has {stride.Length + 2} dimensions: {value}.", nameof(value));
            kernel_size = weightShape[2..];
            field = Replace(nameof(weight), field, value);
        }
    }

    /// <summary>[outputs], or null. The old one is disposed of.</summary>
    public Parameter? bias { get; set => field = Replace(nameof(bias), field, value); }

    /// <summary>The number of input channels: the weight's.</summary>
    public long in_channels => transposed ? weightShape[0] : weightShape[1] * groups;

    /// <summary>The number of output channels: the weight's.</summary>
    public long out_channels => transposed ? weightShape[1] * groups : weightShape[0];

    /// <summary>The kernel's sizes: the weight's.</summary>
    public long[] kernel_size { get; private set; } = [];

    /// <summary>Whether this is a transposed convolution.</summary>
    public bool transposed { get; }

    /// <summary>The groups of channels that do not see each other.</summary>
    public long groups { get; set; }

    /// <summary>The kernel's steps.</summary>
    public long[] stride { get; set; }

    /// <summary>The distances between the kernel's elements.</summary>
    public long[] dilation { get; set; }

    /// <summary>What is added to one side of a transposed convolution's output.</summary>
    public long[] output_padding { get; set; }

    /// <summary>What is added to both sides of the input, or null where <see cref="padding_type"/> says it.</summary>
    public long[]? padding { get; private set; }

    /// <summary>How much is padded, by name, or null.</summary>
    public Padding? padding_type { get; private set; }

    /// <summary>What the input is padded with.</summary>
    public PaddingModes padding_mode { get; set; }

    /// <summary>Draws new first values.</summary>
    public void reset_parameters() => nn.init.ResetLayer(weight, bias);

    /// <summary>Changes the padding.</summary>
    /// <param name="padding">For each dimension, what is added to both sides.</param>
    public void SetPadding(long[] padding)
    {
        ArgumentNullException.ThrowIfNull(padding);
        (this.padding, padding_type) = (padding, null);
        padsForOtherModes = [.. padding.Reverse().SelectMany(size => new[] { size, size })];
    }

    /// <summary>Changes the padding.</summary>
    public void SetPadding(Padding padding)
    {
        if (transposed)
        {
            throw new ArgumentException("A transposed convolution has no padding by name.", nameof(padding));
        }

        if (padding == Padding.Same && stride.Any(step => step != 1))
        {
            throw new ArgumentException("A convolution with strides cannot have an output of the input's size.", nameof(padding));
        }

        (this.padding, padding_type) = (null, padding);
        padsForOtherModes = [.. dilation.Zip(kernel_size).Reverse().SelectMany(pair => Sides(pair.First * (pair.Second - 1)))];

        long[] Sides(long total) => padding == Padding.Same ? [total / 2, total - (total / 2)] : [0, 0];
    }

    /// <summary>[batch, channels, ...] or [channels, ...] to the same with other channels and sizes.</summary>
    public override Tensor forward(Tensor input)
    {
        if (padding_mode != PaddingModes.Zeros)
        {
            using var padded = nn.functional.pad(input, padsForOtherModes, padding_mode);
            return Aten.Call(operation, padded, weight, bias, stride, new long[kernel_size.Length], dilation, groups);
        }

        return padding_type is { } named
            ? Aten.Call(operationWithNamedPadding, input, weight, bias, stride, ConvolutionOptions.NameOf(named), dilation, groups)
            : Aten.Call(operation, input, weight, bias, stride, padding, dilation, groups);
    }

    private protected Tensor Transposed(Tensor input, long[] outputPadding) =>
        Aten.Call(operation, input, weight, bias, stride, padding, outputPadding, groups, dilation);
}
