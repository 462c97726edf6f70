using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Instance normalisation of [batch, features, height, width], or the same without a batch.</summary>
public sealed class InstanceNorm2d : InstanceNorm
{
    internal InstanceNorm2d(
        long features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(nameof(InstanceNorm2d), 4, features, eps, momentum, affine, track_running_stats, device, dtype)
    {
    }
}
