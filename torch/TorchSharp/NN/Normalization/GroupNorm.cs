using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalisation over groups of channels.</summary>
public sealed class GroupNorm : nn.Module<Tensor, Tensor>
{
    internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device, ScalarType? dtype)
        : base(nameof(GroupNorm))
    {
        if (num_channels % num_groups != 0)
        {
            throw new ArgumentException($"{num_channels} channels cannot be divided into {num_groups} groups.", nameof(num_channels));
        }

        this.num_groups = num_groups;
        this.num_channels = num_channels;
        this.eps = eps;
        this.affine = affine;
        if (affine)
        {
            weight = nn.init.NewParameter([num_channels], device, dtype);
            bias = nn.init.NewParameter([num_channels], device, dtype);
            nn.init.ones_(weight);
            nn.init.zeros_(bias);
        }
    }

    /// <summary>[channels]: what is multiplied with. The old one is disposed of. Without affine parameters there is none.</summary>
    public Parameter weight
    {
        get => field!;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            num_channels = value.numel();
            field = Replace(nameof(weight), field, value);
        }
    }

    /// <summary>[channels]: what is added, or null. The old one is disposed of.</summary>
    public Parameter? bias { get; set => field = Replace(nameof(bias), field, value); }

    /// <summary>The number of groups.</summary>
    public long num_groups { get; set; }

    /// <summary>The number of channels: the weight's, where there is one.</summary>
    public long num_channels { get; private set; }

    /// <summary>What is added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>Whether there are weights.</summary>
    public bool affine { get; set; }

    /// <summary>[batch, channels, ...] to the same.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.group_norm(tensor, num_groups, weight, bias, eps);
}
