using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Criteria;

/// <summary>Adds up what passes showed.</summary>
internal sealed class CalibrationSums : IDisposable
{
    private readonly Dictionary<string, Tensor> gradients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tensor> squares = new(StringComparer.Ordinal);

    /// <summary>Adds a pass over so many samples.</summary>
    public void Add(CalibrationResult pass, long samples)
    {
        foreach (var (name, gradient) in pass.Gradients)
        {
            Add(gradients, name, gradient, samples);
        }

        foreach (var (name, square) in pass.InputSquares)
        {
            Add(squares, name, square, 1);
        }
    }

    /// <summary>The mean gradients over all samples, and the sums of the squares.</summary>
    public CalibrationResult Mean(long samples)
    {
        foreach (var gradient in gradients.Values)
        {
            gradient.div_(samples);
        }

        return new(gradients, squares, new Dictionary<Value, Tensor>(), new Dictionary<Value, Tensor>());
    }

    public void Dispose()
    {
        foreach (var tensor in gradients.Values.Concat(squares.Values))
        {
            tensor.Dispose();
        }
    }

    private static void Add(Dictionary<string, Tensor> sums, string name, Tensor value, double factor)
    {
        if (sums.TryGetValue(name, out var sum))
        {
            sum.add_(value, alpha: factor);
        }
        else
        {
            sums.Add(name, (value * factor).DetachFromDisposeScope());
        }
    }
}
