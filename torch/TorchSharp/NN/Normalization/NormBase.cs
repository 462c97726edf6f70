using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What batch and instance normalisations have. The number of features is the parameters', also when they are replaced.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private protected NormBase(
        string name, long features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(name)
    {
        num_features = features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            weight = nn.init.NewParameter([features], device, dtype);
            bias = nn.init.NewParameter([features], device, dtype);
        }

        if (track_running_stats)
        {
            var type = dtype ?? get_default_dtype();
            running_mean = Aten.Call("aten::zeros", new[] { features }, type, Arg.None, device);
            running_var = Aten.Call("aten::ones", new[] { features }, type, Arg.None, device);
            num_batches_tracked = Aten.Call("aten::zeros", Array.Empty<long>(), ScalarType.Int64, Arg.None, device);
        }

        reset_parameters();
    }

    /// <summary>[features]: what is multiplied with. The old one is disposed of. Without affine parameters there is none.</summary>
    public Parameter weight
    {
        get => field!;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            num_features = value.numel();
            field = Replace(nameof(weight), field, value);
        }
    }

    /// <summary>[features]: what is added, or null. The old one is disposed of.</summary>
    public Parameter? bias { get; set => field = Replace(nameof(bias), field, value); }

    /// <summary>[features]: the running mean, or null. The old one is disposed of.</summary>
    public Tensor? running_mean
    {
        get;
        set
        {
            num_features = weight is null && value is not null ? value.numel() : num_features;
            field = ReplaceBuffer(nameof(running_mean), field, value);
        }
    }

    /// <summary>[features]: the running variance, or null. The old one is disposed of.</summary>
    public Tensor? running_var { get; set => field = ReplaceBuffer(nameof(running_var), field, value); }

    /// <summary>How many batches the running statistics have seen, or null.</summary>
    public Tensor? num_batches_tracked { get; set => field = ReplaceBuffer(nameof(num_batches_tracked), field, value); }

    /// <summary>The number of features: the parameters'.</summary>
    public long num_features { get; private set; }

    /// <summary>What is added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>The newest batch's share in the running statistics; null for the average of all batches.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether there are weights.</summary>
    public bool affine { get; }

    /// <summary>Whether there are running statistics.</summary>
    public bool track_running_stats { get; }

    /// <summary>Resets the weights and the running statistics.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (affine)
        {
            nn.init.ones_(weight);
            nn.init.zeros_(bias!);
        }
    }

    /// <summary>Forgets the running statistics.</summary>
    public void reset_running_stats()
    {
        if (running_mean is not null && running_var is not null)
        {
            nn.init.zeros_(running_mean);
            nn.init.ones_(running_var);
        }

        if (num_batches_tracked is not null)
        {
            nn.init.zeros_(num_batches_tracked);
        }
    }

    private protected void CheckDimensions(Tensor input, long minimum, long maximum)
    {
        if (input.ndim is var dimensions && (dimensions < minimum || dimensions > maximum))
        {
            var range = minimum == maximum ? $"{minimum}" : $"{minimum} or {maximum}";
            throw new ArgumentException($"{GetName()} takes inputs with {range} dimensions: {input}.", nameof(input));
        }
    }
}
