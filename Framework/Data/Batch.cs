using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Data;

/// <summary>A few images, ready for a model. Its tensors belong to no dispose scope: whoever takes the batch disposes of it.</summary>
/// <param name="Step">Its place in the epoch, from 0.</param>
/// <param name="Images">float32 [N, C, H, W], normalised.</param>
/// <param name="Labels">int64 [N].</param>
/// <param name="Targets">float32 [N, classes], every row adding up to 1, where images were mixed; else null.</param>
public sealed record Batch(long Step, Tensor Images, Tensor Labels, Tensor? Targets) : IDisposable
{
    /// <summary>N: how many images there are.</summary>
    public long Count => Images.shape[0];

    /// <summary>The same batch on a device. Where it lies there already, it is returned itself; else this one is disposed of.</summary>
    public Batch To(Device device)
    {
        if (Images.device == device)
        {
            return this;
        }

        using (this)
        {
            return new Batch(Step, Copy(Images), Copy(Labels), Targets is null ? null : Copy(Targets));
        }

        Tensor Copy(Tensor tensor) => tensor.to(device).DetachFromDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
        Targets?.Dispose();
    }
}
