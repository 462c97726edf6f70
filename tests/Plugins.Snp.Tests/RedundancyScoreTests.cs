using static TorchSharp.torch;

namespace Espalier.Plugins.Snp.Tests;

public sealed class RedundancyScoreTests
{
    [Fact]
    public void Of_TwoHeadsOfTwoRows_MixtureGoesFirst()
    {
        var root = Math.Sqrt(0.5);
        AssertScores([1.292893, 1.292893, 2.292893, 0.878680], new[,] { { 1.0, 0 }, { 1, 0 }, { 0, 1 }, { root, root } });
    }

    [Fact]
    public void Of_RowEqualOrOppositeToAnother_IsBelowOrthogonalRow()
    {
        AssertScores([2, 2, 3, 3], new[,] { { 1.0, 2, 0, 0 }, { -3, -6, 0, 0 }, { 0, 0, 1, 0 }, { 0, 0, 0, 5 } });
    }

    [Fact]
    public void Of_ZeroRow_GoesFirst()
    {
        AssertScores([2, double.NegativeInfinity, 2], new[,] { { 1.0, 0 }, { 0, 0 }, { 0, 1 } });
    }

    [Fact]
    public void Of_RandomRows_EqualsDefinition()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var rows = randn(7, 5, dtype: float64);
        var expected = Enumerable.Range(0, 7).Select(i => Enumerable.Range(0, 7).Sum(l =>
            1 - Math.Abs(((rows[i] * rows[l]).sum() / (rows[i].square().sum().sqrt() * rows[l].square().sum().sqrt())).item<double>()))).ToArray();
        var actual = RedundancyScore.Of(rows.to(float32)).data<double>().ToArray();
        Assert.True(expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max() < 1e-5);
    }

    [Fact]
    public void Of_ManyRows_EqualsWholeGramMatrix()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var rows = randn(1200, 6, dtype: float64);
        var units = rows / rows.square().sum(1, keepdim: true).sqrt();
        Assert.True((RedundancyScore.Of(rows) - (1200 - units.matmul(units.t()).abs().sum(1))).abs().max().item<double>() < 1e-9);
    }

    private static void AssertScores(double[] expected, double[,] rows)
    {
        using var scope = NewDisposeScope();
        var actual = RedundancyScore.Of(tensor(rows)).data<double>().ToArray();
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-6);
        }
    }
}
