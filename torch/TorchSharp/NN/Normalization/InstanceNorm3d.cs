using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Instance normalisation of [batch, features, depth, height, width], or the same without a batch.</summary>
public sealed class InstanceNorm3d : InstanceNorm
{
    internal InstanceNorm3d(
        long features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(nameof(InstanceNorm3d), 5, features, eps, momentum, affine, track_running_stats, device, dtype)
    {
    }
}
