using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Lifetime;

/// <summary>Counts live tensors, after the garbage collector has had its say.</summary>
internal static class LiveTensors
{
    /// <summary>How many tensors there are once everything forgotten is finalized.</summary>
    public static long Count()
    {
        // What one round of finalizers lets go of, the next round collects.
        for (var round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return Tensor.TotalCount;
    }
}
