using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Enlarges images.</summary>
public sealed class Upsample : nn.Module<Tensor, Tensor>
{
    private readonly long[]? sizes;
    private readonly double[]? factors;

    internal Upsample(long[]? size, double[]? scale_factor, UpsampleMode mode, bool? align_corners, bool? recompute_scale_factor)
        : base(nameof(Upsample))
    {
        sizes = size;
        factors = scale_factor;
        this.mode = mode;
        this.align_corners = align_corners;
        this.recompute_scale_factor = recompute_scale_factor;
    }

    /// <summary>The sizes; empty where factors are given.</summary>
    public ReadOnlySpan<long> size => sizes;

    /// <summary>What sizes are multiplied with; empty where sizes are given.</summary>
    public ReadOnlySpan<double> scale_factor => factors;

    /// <summary>The way.</summary>
    public UpsampleMode mode { get; }

    /// <summary>Whether the corners' centres stay in place, for linear and cubic ways.</summary>
    public bool? align_corners { get; }

    /// <summary>Whether positions follow the rounded sizes, and not the exact factors.</summary>
    public bool? recompute_scale_factor { get; set; }

    /// <summary>[batch, channels, ...] to the same with other sizes.</summary>
    public override Tensor forward(Tensor input) =>
        nn.functional.interpolate(input, sizes, factors, (InterpolationMode)mode, align_corners, recompute_scale_factor ?? false);
}
