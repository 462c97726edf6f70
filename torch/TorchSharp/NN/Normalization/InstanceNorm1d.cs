using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Instance normalisation of [batch, features, length], or the same without a batch.</summary>
public sealed class InstanceNorm1d : InstanceNorm
{
    internal InstanceNorm1d(
        long features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(nameof(InstanceNorm1d), 3, features, eps, momentum, affine, track_running_stats, device, dtype)
    {
    }
}
