using Espalier.Criteria;

namespace Espalier.Framework.Tests.Criteria;

/// <summary>Normalisations of scores, by hand.</summary>
public sealed class ScoreNormalizerTests
{
    [Theory]
    [InlineData(ScoreNormalization.None, new[] { 3.0, 0, 1 })]
    [InlineData(ScoreNormalization.Mean, new[] { 2.25, 0, 0.75 })]
    [InlineData(ScoreNormalization.Sum, new[] { 0.75, 0, 0.25 })]
    [InlineData(ScoreNormalization.Max, new[] { 1, 0, 0.33333333333333331 })]
    [InlineData(ScoreNormalization.Norm, new[] { 0.94868329805051377, 0, 0.31622776601683794 })]
    [InlineData(ScoreNormalization.Standardize, new[] { 1.3363062095621219, -1.0690449676496976, -0.2672612419124244 })]
    [InlineData(ScoreNormalization.Lamp, new[] { 1, 0, 0.25 })]
    public void Apply_SmallGroup_IsAsByHand(ScoreNormalization normalization, double[] expected) =>
        Assert.All(expected.Zip(normalization.Apply([3, 0, 1])), pair => Assert.Equal(pair.First, pair.Second, 1e-12));

    [Theory]
    [InlineData(ScoreNormalization.Mean)]
    [InlineData(ScoreNormalization.Sum)]
    [InlineData(ScoreNormalization.Max)]
    [InlineData(ScoreNormalization.Norm)]
    [InlineData(ScoreNormalization.Standardize)]
    [InlineData(ScoreNormalization.Lamp)]
    public void Apply_AllZero_IsZero(ScoreNormalization normalization) => Assert.Equal([0, 0, 0], normalization.Apply([0, 0, 0]));

    [Fact]
    public void Standardize_EqualScores_IsZero() => Assert.Equal([0, 0, 0], ScoreNormalization.Standardize.Apply([0.1, 0.1, 0.1]));

    [Fact]
    public void Lamp_EqualScores_LowerIndexIsGreater() => Assert.Equal([1, 0.5], ScoreNormalization.Lamp.Apply([4, 4]));

    [Theory]
    [InlineData(ScoreNormalization.Mean)]
    [InlineData(ScoreNormalization.Sum)]
    [InlineData(ScoreNormalization.Max)]
    [InlineData(ScoreNormalization.Norm)]
    [InlineData(ScoreNormalization.Standardize)]
    [InlineData(ScoreNormalization.Lamp)]
    public void Apply_ScaleOfAGroup_DoesNotMatter(ScoreNormalization normalization)
    {
        double[] scores = [0.3, 2.5, 1, 0.7, 5];
        var scaled = normalization.Apply(Array.ConvertAll(scores, score => score * 1000));
        Assert.All(normalization.Apply(scores).Zip(scaled), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Equal([0, 3, 2, 1, 4], Enumerable.Range(0, 5).OrderBy(i => scaled[i]));
    }
}
