using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.NN;

internal static class TensorComparison
{
    /// <summary>Whether both have the same shape, dtype and values.</summary>
    public static bool HasValuesOf(this Tensor actual, Tensor expected)
    {
        using var scope = NewDisposeScope();
        var alike = actual.dtype == expected.dtype && actual.shape.AsSpan().SequenceEqual(expected.shape);
        return alike && actual.eq(expected).all().ToBoolean();
    }
}
