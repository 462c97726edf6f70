using static TorchSharp.torch;

namespace Espalier.Torch.Tests;

/// <summary>The one difference between the versions of TorchSharp that tests meet: reading a gradient.</summary>
internal static class TensorGradient
{
    /// <summary>The gradient that a backward pass left in the tensor, or null.</summary>
    public static Tensor? Gradient(this Tensor tensor) =>
#if TORCHSHARP_0_99
        tensor.grad();
#else
        tensor.grad;
#endif
}
