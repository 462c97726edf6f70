using Espalier.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Training;

public class LossesTests
{
    private static readonly double[][] Logits = [[0.3, -1.2, 2.0, 0.1], [1.5, 0.2, -0.7, 0.9], [-2.0, 0.4, 0.6, 3.1]];
    private static readonly double[][] Other = [[1.0, 0.0, 0.5, -1.0], [0.1, 0.2, 0.3, 0.4], [2.0, -1.0, 0.0, 1.0]];

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void CrossEntropy_OfLabels_EqualsTheFormula(double smoothing)
    {
        long[] labels = [2, 0, 1];
        var expected = Enumerable.Range(0, 3).Average(row => -Enumerable.Range(0, 4).Sum(c =>
            (((1 - smoothing) * (labels[row] == c ? 1 : 0)) + (smoothing / 4)) * Math.Log(Softmax(Logits[row], 1)[c])));
        Assert.Equal(expected, Losses.CrossEntropy(Tensor(Logits), tensor(labels), null, smoothing).item<float>(), 1e-6);
    }

    [Fact]
    public void CrossEntropy_OfMixedTargets_EqualsTheFormula()
    {
        double[][] targets = [[0.7, 0, 0.3, 0], [0, 1, 0, 0], [0.25, 0.25, 0.25, 0.25]];
        var expected = Enumerable.Range(0, 3).Average(row => -Enumerable.Range(0, 4).Sum(c =>
            ((0.9 * targets[row][c]) + 0.025) * Math.Log(Softmax(Logits[row], 1)[c])));
        var actual = Losses.CrossEntropy(Tensor(Logits), tensor(new long[] { 0, 1, 2 }), Tensor(targets), 0.1);
        Assert.Equal(expected, actual.item<float>(), 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Distillation_OfTwoModels_EqualsTheFormula(double temperature)
    {
        var expected = temperature * temperature * Enumerable.Range(0, 3).Average(row =>
            Softmax(Other[row], temperature).Zip(Softmax(Logits[row], temperature), (p, q) => p * Math.Log(p / q)).Sum());
        Assert.Equal(expected, Losses.Distillation(Tensor(Logits), Tensor(Other), temperature).item<float>(), 1e-5);
    }

    [Fact]
    public void Distillation_Gradient_EqualsTheDifferenceOfProbabilities()
    {
        // d/dz of T^2 KL is T (softmax(z / T) - softmax(t / T)), over the batch.
        var logits = Tensor(Logits).requires_grad_();
        Losses.Distillation(logits, Tensor(Other), 3).backward();
        var expected = Enumerable.Range(0, 3).SelectMany(row => Softmax(Logits[row], 3).Zip(Softmax(Other[row], 3), (q, p) => 3 * (q - p) / 3));
        Assert.All(expected.Zip(logits.grad!.data<float>()), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    private static Tensor Tensor(double[][] rows) => tensor(rows.SelectMany(row => row).Select(x => (float)x).ToArray(), [rows.Length, rows[0].Length]);

    private static double[] Softmax(double[] logits, double temperature)
    {
        var powers = logits.Select(x => Math.Exp(x / temperature)).ToArray();
        return [.. powers.Select(x => x / powers.Sum())];
    }
}
