using Espalier.Criteria;
using static TorchSharp.torch;

namespace Espalier.Plugins.Criteria.Tests;

/// <summary>Cases small enough to be worked out by hand.</summary>
public sealed class GoldenTests
{
    private static readonly double[,] Rows = { { 3, -4 }, { 1, 2 }, { 0, 0 } };
    private static readonly double[,] Ones = { { 1, 1, 1 } };

    [Theory]
    [InlineData(false, new[] { 7.0, 3, 0 })]
    [InlineData(true, new[] { 3.5, 1.5, 0 })]
    public void L1_Rows_SumsSizes(bool perWeight, double[] expected)
    {
        using var scope = NewDisposeScope();
        using var model = TwoLayers.Of(Rows, Ones);
        Assert.Equal(expected, model.Score(new L1Criterion(new() { PerWeight = perWeight })));
    }

    [Theory]
    [InlineData(false, 5.0, 2.2360679774997898)]
    [InlineData(true, 3.5355339059327378, 1.5811388300841898)]
    public void L2_Rows_IsTheirNorm(bool perWeight, double first, double second)
    {
        using var scope = NewDisposeScope();
        using var model = TwoLayers.Of(Rows, Ones);
        var scores = model.Score(new L2Criterion(new() { PerWeight = perWeight }));
        Assert.Equal(first, scores[0], 12);
        Assert.Equal(second, scores[1], 12);
        Assert.Equal(0, scores[2]);
    }

    [Theory]
    [InlineData(MemberScope.Producers, MemberReduction.Mean, 7)]
    [InlineData(MemberScope.Consumers, MemberReduction.Mean, 2)]
    [InlineData(MemberScope.All, MemberReduction.Mean, 4.5)]
    [InlineData(MemberScope.All, MemberReduction.Sum, 9)]
    [InlineData(MemberScope.All, MemberReduction.Max, 7)]
    public void L1_Members_AreJoined(MemberScope members, MemberReduction reduction, double expected)
    {
        using var scope = NewDisposeScope();
        using var model = TwoLayers.Of(Rows, new double[,] { { -2, 1, 1 } });
        Assert.Equal(expected, model.Score(new L1Criterion(new() { Members = members, Reduction = reduction }))[0]);
    }

    [Fact]
    public void Lamp_ThreeTwoOne_GivesPublishedShares()
    {
        using var scope = NewDisposeScope();
        using var model = TwoLayers.Of(3, 2, 1);
        double[] expected = [1, 4.0 / 13, 1.0 / 14];
        Assert.Equal(expected.Order(), model.Score(new LampCriterion(new())).Order(), Close);
        Assert.Equal(expected, model.Score(new LampCriterion(new())), Close);
        Assert.Equal(expected, model.ScoreWeights(new LampCriterion(new()), "first.weight"), Close);
    }

    [Fact]
    public void Lamp_EqualWeights_KeepsOneAtTheTop()
    {
        using var scope = NewDisposeScope();
        using var model = TwoLayers.Of(2, -2, 0);
        double[] expected = [1, 0.5, 0];
        Assert.Equal(expected, model.Score(new LampCriterion(new())), Close);
        Assert.Equal(expected, model.ScoreWeights(new LampCriterion(new()), "first.weight"), Close);
    }

    [Fact]
    public void Fpgm_Duplicates_ScoreLowest()
    {
        using var scope = NewDisposeScope();
        using var model = TwoLayers.Of(
            new double[,] { { 1, 1 }, { 9, 0 }, { 1, 1 }, { -8, 0 }, { 0, 7 } }, new double[,] { { 1, 1, 1, 1, 1 } });
        var scores = model.Score(new FpgmCriterion(new()));
        Assert.Equal(scores[0], scores[2], 6);
        Assert.All([1, 3, 4], other => Assert.True(scores[other] > scores[0] + 1));
        Assert.Equal(Math.Sqrt(65) + Math.Sqrt(82) + Math.Sqrt(37), scores[0], 6);
    }

    [Fact]
    public void Fpgm_EqualUnits_AreAllAtTheMedian()
    {
        using var scope = NewDisposeScope();
        using var model = TwoLayers.Of(0.3, 0.3, 0.3);
        Assert.All(model.Score(new FpgmCriterion(new())), score => Assert.Equal(0, score, 7));
    }

    // Wide enough for its distances to be taken in several blocks, the last of them shorter.
    [Fact]
    public void Fpgm_WideGroup_EqualsLoops()
    {
        const int Units = 1500;
        var random = new Random(5);
        var rows = new double[Units, 3];
        var ones = new double[1, Units];
        for (var unit = 0; unit < Units; unit++)
        {
            ones[0, unit] = 1;
            for (var i = 0; i < 3; i++)
            {
                rows[unit, i] = unit % 100 == 99 ? rows[unit - 1, i] : random.NextDouble() - 0.5;
            }
        }

        using var scope = NewDisposeScope();
        using var model = TwoLayers.Of(rows, ones);
        var scores = model.Score(new FpgmCriterion(new()));
        for (var unit = 0; unit < Units; unit++)
        {
            var expected = 0.0;
            for (var other = 0; other < Units; other++)
            {
                expected += Math.Sqrt(Enumerable.Range(0, 3).Sum(i => Math.Pow(rows[unit, i] - rows[other, i], 2)));
            }

            Assert.Equal(expected, scores[unit], 1e-9 * expected);
        }
    }

    // y = w2 (W1 x): for x = (1, 2), W1 = [[1, 1], [2, -1]], w2 = (1, 3) the hidden units are 3 and 0, y = 3. With target 1 the loss (y - 1)^2 is 4, its
    // gradient 4 w.r.t. y, so dW1 = 4 w2_i x_j = [[4, 8], [12, 24]], and w g = [[4, 8], [24, -24]].
    [Theory]
    [InlineData(TaylorForm.Elementwise, 12, 48)]
    [InlineData(TaylorForm.Gate, 12, 0)]
    public void Taylor_LinearRegression_TellsTheFormsApart(TaylorForm form, double first, double second)
    {
        using var scope = NewDisposeScope();
        using var model = Regression();
        Assert.Equal([first, second], model.Score(new TaylorCriterion(new() { Form = form })), Close);
    }

    [Fact]
    public void Taylor_Weights_IsSizeOfProduct()
    {
        using var scope = NewDisposeScope();
        using var model = Regression();
        Assert.Equal([4, 8, 24, 24], model.ScoreWeights(new TaylorCriterion(new()), "first.weight"), Close);
    }

    // The gate on a hidden unit sees the same from either side when nothing but the product is between: sum_j W1_ij dW1_ij = w2_i dw2_i.
    [Fact]
    public void Taylor_GateOverConsumers_EqualsProducers()
    {
        using var scope = NewDisposeScope();
        using var model = Regression();
        var producers = model.Score(new TaylorCriterion(new() { Form = TaylorForm.Gate }));
        Assert.Equal(producers, model.Score(new TaylorCriterion(new() { Form = TaylorForm.Gate, Members = MemberScope.Consumers })), Close);
    }

    // One weight w = 2 (times 1), inputs 1 and 1 with targets 1 and 3: the samples' gradients are 2 (2 - t) = 2 and -2.
    [Theory]
    [InlineData(ScoreAveraging.Total, 0)]
    [InlineData(ScoreAveraging.Batch, 0)]
    [InlineData(ScoreAveraging.Sample, 4)]
    public void Taylor_OppositeSamples_CancelUnlessAveragedAfter(ScoreAveraging averaging, double expected)
    {
        using var scope = NewDisposeScope();
        using var model = Opposite(oneBatch: true);
        Assert.Equal(expected, model.Score(new TaylorCriterion(new() { Averaging = averaging }))[0], 12);
    }

    [Theory]
    [InlineData(ScoreAveraging.Total, 0)]
    [InlineData(ScoreAveraging.Batch, 4)]
    public void Taylor_OppositeBatches_CancelInTotalOnly(ScoreAveraging averaging, double expected)
    {
        using var scope = NewDisposeScope();
        using var model = Opposite(oneBatch: false);
        Assert.Equal(expected, model.Score(new TaylorCriterion(new() { Averaging = averaging }))[0], 12);
    }

    // h = E[g^2] = 4, so h w^2 / 2 = 8; the squared mean gradient is 0.
    [Theory]
    [InlineData(ScoreAveraging.Sample, 8)]
    [InlineData(ScoreAveraging.Batch, 0)]
    public void Fisher_OppositeSamples_NeedsSampleGradients(ScoreAveraging averaging, double expected)
    {
        using var scope = NewDisposeScope();
        using var model = Opposite(oneBatch: true);
        Assert.Equal(expected, model.Score(new FisherCriterion(new() { Averaging = averaging }))[0], 12);
        Assert.Equal(expected, model.ScoreWeights(new FisherCriterion(new() { Averaging = averaging }), "first.weight")[0], 12);
    }

    [Fact]
    public void Wanda_IdentityInputs_IsMagnitude()
    {
        using var scope = NewDisposeScope();
        using var model = TwoLayers.Of(Rows, Ones, TwoLayers.Batch(new double[,] { { 1, 0 }, { 0, 1 } }, new double[,] { { 0 }, { 0 } }));
        Assert.Equal([7, 3, 0], model.Score(new WandaCriterion(new())), Close);
        Assert.Equal([3, 4, 1, 2, 0, 0], model.ScoreWeights(new WandaCriterion(new()), "first.weight"), Close);
    }

    [Fact]
    public void Wanda_ScaledFeature_ScalesItsColumn()
    {
        using var scope = NewDisposeScope();
        using var model = TwoLayers.Of(
            Rows, Ones, TwoLayers.Batch(new double[,] { { 3, 0 } }, new double[,] { { 0 } }), TwoLayers.Batch(new double[,] { { 4, 2 } }, new double[,] { { 0 } }));
        Assert.Equal([15, 8, 5, 4, 0, 0], model.ScoreWeights(new WandaCriterion(new()), "first.weight"), Close);
    }

    [Fact]
    public void Random_Seed_DecidesAll()
    {
        using var scope = NewDisposeScope();
        using var model = TwoLayers.Of(1, 2, 3, 4, 5, 6, 7, 8);
        var scores = model.Score(new RandomCriterion(new() { Seed = 1 }));
        Assert.Equal(scores, model.Score(new RandomCriterion(new() { Seed = 1 })));
        Assert.NotEqual(scores, model.Score(new RandomCriterion(new() { Seed = 2 })));
        Assert.All(scores, score => Assert.InRange(score, 0, 1));
        Assert.Equal(8, scores.Distinct().Count());
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) <= 1e-12 * Math.Max(1, Math.Abs(a));

    private static Case Regression() => TwoLayers.Of(
        new double[,] { { 1, 1 }, { 2, -1 } }, new double[,] { { 1, 3 } }, TwoLayers.Batch(new double[,] { { 1, 2 } }, new double[,] { { 1 } }));

    private static Case Opposite(bool oneBatch) => oneBatch
        ? TwoLayers.Of(new double[,] { { 2 }, { 0 } }, new double[,] { { 1, 1 } }, TwoLayers.Batch(new double[,] { { 1 }, { 1 } }, new double[,] { { 1 }, { 3 } }))
        : TwoLayers.Of(
            new double[,] { { 2 }, { 0 } }, new double[,] { { 1, 1 } },
            TwoLayers.Batch(new double[,] { { 1 } }, new double[,] { { 1 } }), TwoLayers.Batch(new double[,] { { 1 } }, new double[,] { { 3 } }));
}
