using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What all instance normalisations have.</summary>
public abstract class InstanceNorm : NormBase
{
    private readonly long batchedDimensions;

    private protected InstanceNorm(
        string name, long batchedDimensions, long features, double eps, double momentum, bool affine, bool track_running_stats,
        Device? device, ScalarType? dtype)
        : base(name, features, eps, momentum, affine, track_running_stats, device, dtype) => this.batchedDimensions = batchedDimensions;

    /// <summary>[batch, features, ...] or [features, ...] to the same, each feature of each input normalised by itself.</summary>
    public override Tensor forward(Tensor input)
    {
        CheckDimensions(input, batchedDimensions - 1, batchedDimensions);
        if (input.ndim == batchedDimensions)
        {
            return Normalize(input);
        }

        using var batch = Aten.Call("aten::unsqueeze", input, 0);
        using var result = Normalize(batch);
        return Aten.Call("aten::squeeze.dim", result, 0);
    }

    private Tensor Normalize(Tensor batch) => nn.functional.instance_norm(
        batch, running_mean, running_var, weight, bias, training || !track_running_stats, momentum ?? 0.1, eps);
}
