using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What all batch normalisations have.</summary>
public abstract class BatchNorm : NormBase
{
    private readonly long minimumDimensions;
    private readonly long maximumDimensions;

    private protected BatchNorm(
        string name, long minimumDimensions, long maximumDimensions, long features, double eps, double momentum, bool affine,
        bool track_running_stats, Device? device, ScalarType? dtype)
        : base(name, features, eps, momentum, affine, track_running_stats, device, dtype)
    {
        this.minimumDimensions = minimumDimensions;
        this.maximumDimensions = maximumDimensions;
    }

    /// <summary>
    /// [batch, features, ...] to the same: with the batch's statistics in training mode, and with the running ones otherwise.
    /// </summary>
    public override Tensor forward(Tensor input)
    {
        CheckDimensions(input, minimumDimensions, maximumDimensions);
        var share = momentum ?? 0;
        if (training && num_batches_tracked is not null)
        {
            Aten.CallInPlace("aten::add_.Scalar", num_batches_tracked, 1);
            share = momentum ?? 1.0 / num_batches_tracked.ToInt64();
        }

        var tracked = !training || track_running_stats;
        return nn.functional.batch_norm(
            input, tracked ? running_mean : null, tracked ? running_var : null, weight, bias,
            training || (running_mean is null && running_var is null), share, eps);
    }
}
