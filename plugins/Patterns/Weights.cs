namespace Espalier.Plugins.Patterns;

/// <summary>What shapes all patterns refuse.</summary>
internal static class Weights
{
    /// <summary>Why a shape is not that of a linear layer or convolution; null if it is.</summary>
    public static string? Obstacle(IReadOnlyList<long> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return shape.Count < 2 || shape.Any(size => size < 1)
            ? $"[{string.Join(", ", shape)}] is not the shape of a linear layer's or convolution's weight: patterns need outputs x inputs."
            : null;
    }

    /// <summary>Checks a mask for the pattern.</summary>
    public static bool Fits(TorchSharp.torch.Tensor mask, string? obstacle)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return obstacle is null && mask.dtype == TorchSharp.torch.ScalarType.Bool;
    }
}
