using Espalier.Torch.Tests.Reference;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Torch.Tests.Training;

/// <summary>The numbers that make_training.py uses: no random ones, so that both sides compute the same.</summary>
public static class Waves
{
    /// <summary>offset + height * sin(0.37 i + phase) for the i-th element.</summary>
    public static Tensor Wave(long[] shape, double phase, ScalarType type, double offset = 0, double height = 1)
    {
        var numbers = new double[shape.Aggregate(1L, (product, size) => product * size)];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = offset + height * Math.Sin(0.37 * i + phase);
        using var scope = NewDisposeScope();
        return tensor(numbers).reshape(shape).to(type).to(TestDevice.Current).MoveToOuterDisposeScope();
    }
}
