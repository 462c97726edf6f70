using Espalier.Criteria;
using Espalier.Graphs;
using Espalier.Structures;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Criteria.Tests;

/// <summary>Two linear layers with nothing between, whose weights are given: one group, whose units are the rows of the first.</summary>
internal static class TwoLayers
{
    public static Case Of(double[,] first, double[,] second, params ScoringBatch[] batches)
    {
        var model = nn.Sequential(
            ("first", nn.Linear(first.GetLength(1), first.GetLength(0), hasBias: false)),
            ("second", nn.Linear(second.GetLength(1), second.GetLength(0), hasBias: false)));
        model.to(float64);
        using var noGrad = no_grad();
        model.state_dict()["first.weight"].copy_(tensor(first));
        model.state_dict()["second.weight"].copy_(tensor(second));
        return new(model, [new InputSpec("x", [1, first.GetLength(1)], float64)], batches);
    }

    /// <summary>Rows of one weight each.</summary>
    public static Case Of(params double[] weights)
    {
        var first = new double[weights.Length, 1];
        var second = new double[1, weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            (first[i, 0], second[0, i]) = (weights[i], 1);
        }

        return Of(first, second);
    }

    public static ScoringBatch Batch(double[,] inputs, double[,] targets) => new(tensor(inputs), tensor(targets));

    public static IReadOnlyList<double> Score(this Case @case, IImportanceCriterion criterion)
    {
        var group = Assert.Single(@case.Structure.Groups);
        return @case.Session.Score(criterion)[group];
    }

    public static double[] ScoreWeights(this Case @case, IWeightCriterion criterion, string parameter)
    {
        using var scores = @case.Session.ScoreWeights(criterion, [parameter])[parameter];
        return Case.Values(scores);
    }
}
