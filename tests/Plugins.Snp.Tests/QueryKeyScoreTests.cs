using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp.Tests;

/// <summary>The score of query/key pairs: golden values, identities, invariances, and the definition written out.</summary>
public sealed class QueryKeyScoreTests
{
    private static readonly double[,] Q = { { 1, 0, 2 }, { 0, 1, 1 }, { 1, 1, 0 }, { 2, 0, 1 } };
    private static readonly double[,] K = { { 1, 1, 0 }, { 0, 2, 1 }, { 1, 0, 0 }, { 0, 1, 2 } };

    [Theory]
    [InlineData(1, 0.326990, 0.579576, 0.790813)]
    [InlineData(2, 0.877299, 0.581601, 0.867672)]
    [InlineData(3, 0.892420, 0.928449, 0.939949)]
    [InlineData(9, 0.892420, 0.928449, 0.939949)]
    public void Of_GoldenExample_HasScores(int gamma, double first, double second, double third)
    {
        using var scope = NewDisposeScope();
        AssertClose([first, second, third], QueryKeyScore.Of(tensor(Q), tensor(K), gamma), 1e-6);
    }

    [Fact]
    public void Table_GoldenExample_HasSingularValues()
    {
        using var scope = NewDisposeScope();
        var (_, singular) = QueryKeyScore.Table(QueryKeyScore.Factor(tensor(Q)), QueryKeyScore.Factor(tensor(K)));
        AssertClose([7.471894, 2.334319, 1.649773], singular, 1e-6);
    }

    [Theory]
    [InlineData(new[] { 0 }, 12)]
    [InlineData(new[] { 1 }, 12)]
    [InlineData(new[] { 2 }, 30)]
    [InlineData(new[] { 0, 1 }, 26)]
    [InlineData(new[] { 0, 2 }, 42)]
    [InlineData(new[] { 1, 2 }, 50)]
    public void Factors_RemovedPairs_GiveFrobeniusError(int[] removed, double error)
    {
        using var scope = NewDisposeScope();
        var (q, k) = (QueryKeyScore.Factor(tensor(Q)), QueryKeyScore.Factor(tensor(K)));
        var pairs = q.t().matmul(q) * k.t().matmul(k);
        var keep = ones(3, dtype: float64);
        foreach (var pair in removed)
        {
            keep[pair] = 0.0;
        }

        var explicitError = (tensor(Q).matmul(tensor(K).t()) - (tensor(Q) * keep).matmul((tensor(K) * keep).t())).square().sum().item<double>();
        var identity = (pairs * (1 - keep).unsqueeze(0) * (1 - keep).unsqueeze(1)).sum().item<double>();
        Assert.Equal(error, explicitError, 1e-9);
        Assert.Equal(error, identity, 1e-9);
    }

    [Theory]
    [InlineData(1, 0, 0, 1, 0)]
    [InlineData(2, 1, 0, 1, 0)]
    [InlineData(3, 1, 1, 1, 0)]
    public void Of_OrthogonalColumns_SelectsLargestProducts(int gamma, double a, double b, double c, double d)
    {
        // Norms whose products are 3, 0.5, 4 and 0.3.
        using var scope = NewDisposeScope();
        manual_seed(3);
        var q = linalg.qr(randn(9, 4, dtype: float64)).Q * tensor(new[] { 1.5, 0.25, 8, 0.1 });
        var k = linalg.qr(randn(7, 4, dtype: float64)).Q * tensor(new[] { 2.0, 2, 0.5, 3 });
        AssertClose([a, b, c, d], QueryKeyScore.Of(q, k, gamma), 1e-9);
    }

    [Theory]
    [InlineData(12, 12, 5)]
    [InlineData(11, 6, 4)]
    [InlineData(4, 3, 6)]
    public void Table_RandomHeads_EqualsExplicitCosines(int tokens, int keys, int width)
    {
        using var scope = NewDisposeScope();
        manual_seed(tokens);
        var (q, k) = (randn(2, 3, tokens, width), randn(2, 3, keys, width));
        var (table, _) = QueryKeyScore.Table(QueryKeyScore.Factor(q), QueryKeyScore.Factor(k));
        for (var b = 0; b < 2; b++)
        {
            for (var h = 0; h < 3; h++)
            {
                for (var gamma = 1; gamma <= table.shape[^2]; gamma++)
                {
                    AssertClose(Explicit(q[b, h], k[b, h], gamma), table[b, h, gamma - 1], 1e-8);
                }
            }
        }
    }

    [Fact]
    public void Of_ScaledFlippedRotatedOrPermuted_IsTheSame()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var (q, k) = (randn(10, 4, dtype: float64), randn(8, 4, dtype: float64));
        var scores = QueryKeyScore.Of(q, k, 2);
        var expected = Values(scores);
        var rotation = linalg.qr(randn(10, 10, dtype: float64)).Q;
        var order = tensor(new long[] { 2, 0, 3, 1 });
        AssertClose(expected, QueryKeyScore.Of(q * 7, k * -0.01, 2), 1e-9);
        AssertClose(expected, QueryKeyScore.Of(q * tensor(new double[] { 1, -1, 1, -1 }), k, 2), -1, isDifferent: true);
        AssertClose(expected, QueryKeyScore.Of(q * tensor(new double[] { 1, -1, 1, -1 }), k * tensor(new double[] { 1, -1, 1, -1 }), 2), 1e-9);
        AssertClose(expected, QueryKeyScore.Of(rotation.matmul(q), k, 2), 1e-9);
        AssertClose(Values(scores.index_select(0, order)), QueryKeyScore.Of(q.index_select(1, order), k.index_select(1, order), 2), 1e-9);
        Assert.All(expected, score => Assert.InRange(score, 0, 1 + 1e-12));
    }

    [Fact]
    public void Of_ZeroColumn_ScoresZero()
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        var (q, k) = (randn(6, 3, dtype: float64), randn(6, 3, dtype: float64));
        q[TensorIndex.Colon, 1] = 0.0;
        var scores = Values(QueryKeyScore.Of(q, k, 3));
        Assert.Equal(0, scores[1]);
        Assert.True(scores[0] > 0 && scores[2] > 0);
    }

    [Fact]
    public void Table_RankBelowWidth_ClampsGamma()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var (q, k) = (randn(8, 2, dtype: float64).matmul(randn(2, 4, dtype: float64)), randn(8, 4, dtype: float64));
        var (table, _) = QueryKeyScore.Table(QueryKeyScore.Factor(q), QueryKeyScore.Factor(k));
        AssertClose(Values(table[1]), table[3], 0);
        Assert.NotEqual(Values(table[0]), Values(table[1]));
    }

    [Fact]
    public void Table_Energy_CountsFewestComponentsThatReachIt()
    {
        // Squared singular values 55.83, 5.45, 2.72: the first has 87 %, the first two 96 %.
        using var scope = NewDisposeScope();
        var (q, k) = (QueryKeyScore.Factor(tensor(Q)), QueryKeyScore.Factor(tensor(K)));
        AssertClose([0.326990, 0.579576, 0.790813], QueryKeyScore.Table(q, k, 0.8).Table[2], 1e-6);
        AssertClose([0.877299, 0.581601, 0.867672], QueryKeyScore.Table(q, k, 0.9).Table[2], 1e-6);
        AssertClose([0.892420, 0.928449, 0.939949], QueryKeyScore.Table(q, k, 0.99).Table[2], 1e-6);
    }

    /// <summary>The definition: cosines of N x M matrices.</summary>
    private static double[] Explicit(Tensor query, Tensor key, int gamma)
    {
        var (q, k) = (query.to(float64), key.to(float64));
        var (u, s, vh) = linalg.svd(q.matmul(k.t()), fullMatrices: false);
        var scores = new double[q.shape[1]];
        for (var i = 0; i < scores.Length; i++)
        {
            var pair = q[TensorIndex.Colon, i].unsqueeze(1).matmul(k[TensorIndex.Colon, i].unsqueeze(0));
            for (var j = 0; j < gamma; j++)
            {
                var component = u[TensorIndex.Colon, j].unsqueeze(1).matmul(vh[j].unsqueeze(0)) * s[j];
                scores[i] += Math.Abs(((component * pair).sum() / (component.square().sum().sqrt() * pair.square().sum().sqrt())).item<double>());
            }
        }

        return scores;
    }

    private static double[] Values(Tensor tensor) => tensor.contiguous().data<double>().ToArray();

    private static void AssertClose(double[] expected, Tensor actual, double tolerance, bool isDifferent = false)
    {
        var worst = expected.Zip(Values(actual), (a, b) => Math.Abs(a - b)).Max();
        Assert.Equal(expected.Length, actual.shape[0]);
        Assert.True(isDifferent ? worst > 1e-6 : worst <= tolerance, $"the difference is {worst:g3}");
    }
}
