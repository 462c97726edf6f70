using static TorchSharp.torch;

namespace Espalier.Surgery;

/// <summary>Gradients of a leaf, where TorchSharp's versions differ.</summary>
internal static class Gradients
{
    /// <summary>Forgets a gradient, which no longer fits once the shape has changed.</summary>
    public static void Clear(Tensor tensor)
    {
#if TORCHSHARP_GRAD_METHOD
        // TorchSharp 0.99 cannot set a gradient; a fresh one is made by the next backward if none is there yet.
        tensor.grad()?.zero_();
#else
        tensor.grad = null;
#endif
    }
}
