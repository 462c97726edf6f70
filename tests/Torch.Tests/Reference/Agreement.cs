using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Reference;

/// <summary>Compares tensors with reference numbers.</summary>
internal static class Agreement
{
    /// <summary>Keeps the relative error of a zero reference finite, so that it must be met exactly.</summary>
    private const double Tiny = 1e-30;

    /// <summary>Fails unless shape, dtype and numbers agree; integers and booleans must be equal.</summary>
    public static void Check(string what, ReferenceTensor expected, string dtype, Tensor actual, double bound)
    {
        Assert.True(expected.Shape.AsSpan().SequenceEqual(actual.shape),
            $"{what}: the shape is [{string.Join(", ", actual.shape)}], not [{string.Join(", ", expected.Shape)}].");
        Assert.True(dtype == ReferenceTensor.NameOf(actual.dtype), $"{what}: the dtype is {actual.dtype}, not {dtype}.");
        Check(what, expected.Data, actual, is_floating_point(actual) ? bound : 0);
    }

    /// <summary>Fails unless |actual - expected| is at most <paramref name="bound"/> times |expected|, in the Euclidean norm.</summary>
    public static void Check(string what, double[] expected, Tensor actual, double bound)
    {
        var numbers = Numbers(actual);
        Assert.True(expected.Length == numbers.Length, $"{what}: {numbers.Length} numbers, not {expected.Length}.");
        double difference = 0, norm = 0;
        for (var i = 0; i < expected.Length; i++)
        {
            if (!double.IsFinite(expected[i]) || !double.IsFinite(numbers[i]))
            {
                Assert.True(expected[i].Equals(numbers[i]), $"{what}[{i}] is {numbers[i]}, not {expected[i]}.");
                continue;
            }

            difference += (numbers[i] - expected[i]) * (numbers[i] - expected[i]);
            norm += expected[i] * expected[i];
        }

        var error = Math.Sqrt(difference) / Math.Max(Math.Sqrt(norm), Tiny);
        Assert.True(error <= bound, $"{what}: the relative error is {error:g3}, more than {bound:g3}.");
    }

    /// <summary>The numbers of a tensor in row-major order.</summary>
    private static double[] Numbers(Tensor tensor)
    {
        // The clone gives memory to the placeholders that autograd may return for zero gradients.
        using var flat = tensor.detach().clone().cpu().to(ScalarType.Float64).flatten();
        return flat.data<double>().ToArray();
    }
}
