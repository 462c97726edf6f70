using Espalier.Criteria;
using Espalier.Graphs;
using Espalier.Structures;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Criteria.Tests;

/// <summary>What a scoring session does to a model (nothing), and what it says of bad data.</summary>
public sealed class SessionTests
{
    private static ScoringBatch Good => TwoLayers.Batch(new double[,] { { 1, 2 } }, new double[,] { { 1 } });

    [Theory]
    [InlineData("taylor sample")]
    [InlineData("fisher")]
    [InlineData("wanda")]
    [InlineData("l2")]
    public void Score_Model_StaysAsItWas(string name)
    {
        using var scope = NewDisposeScope();
        using var @case = Case.Of("cifar_resnet");
        var module = @case.Model.Module;
        module.train();
        var parameters = module.named_parameters().ToArray();
        parameters[0].parameter.requires_grad_(false);
        var before = module.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());
        @case.Session.Score(Registered.All[name]);
        Assert.True(module.training);
        Assert.False(parameters[0].parameter.requires_grad);
        Assert.All(parameters, parameter => Assert.True(parameter.parameter.grad is null));
        Assert.All(module.state_dict(), entry => Assert.True(entry.Value.Equals(before[entry.Key])));
    }

    [Theory]
    [InlineData("taylor sample")]
    [InlineData("fisher")]
    [InlineData("wanda")]
    [InlineData("fpgm")]
    [InlineData("lamp")]
    public void Score_LeavesNoTensorBehind(string name)
    {
        using var scope = NewDisposeScope();
        using var @case = Case.Of("vision_transformer");
        var before = scope.DisposablesCount;
        @case.Session.Score(Registered.All[name]);
        Assert.Equal(before, scope.DisposablesCount);
        if (Registered.All[name] is IWeightCriterion weights)
        {
            @case.Session.ScoreWeights(weights, ["blocks.0.mlp.fc1.weight", "blocks.0.mlp.fc2.weight"]);
            Assert.Equal(before + 2, scope.DisposablesCount);
        }
    }

    [Fact]
    public void Score_FrozenParameter_HasScoresAllTheSame()
    {
        using var scope = NewDisposeScope();
        using var @case = Case.Of("mlp");
        var group = @case.Structure.Groups[0];
        var expected = @case.Session.Score(Registered.All["taylor"])[group];
        foreach (var parameter in @case.Model.Module.parameters())
        {
            parameter.requires_grad_(false);
        }

        using var noGrad = no_grad();
        Assert.Equal(expected, @case.Session.Score(Registered.All["taylor"])[group]);
    }

    [Fact]
    public void Score_WatchedActivations_AreAveragedOverSamples()
    {
        using var scope = NewDisposeScope();
        using var @case = TwoLayers.Of(
            new double[,] { { 1, 1 }, { 2, -1 } }, new double[,] { { 1, 1 } },
            TwoLayers.Batch(new double[,] { { 1, 2 }, { 0, 3 } }, new double[,] { { 0 }, { 0 } }), TwoLayers.Batch(new double[,] { { -1, 1 } }, new double[,] { { 0 } }));
        Assert.Equal([2, 2], @case.Score(new MeanActivation(ScoreAveraging.Sample)));
        Assert.Contains("Batch or Sample", Error(@case, new MeanActivation(ScoreAveraging.Total)), StringComparison.Ordinal);
    }

    [Fact]
    public void Score_BadData_NamesCauseAndWayOut()
    {
        using var scope = NewDisposeScope();
        var taylor = new TaylorCriterion(new());
        using var model = TwoLayers.Of(new double[,] { { 1, 1 }, { 2, -1 } }, new double[,] { { 1, 3 } });
        string Said(ScoringData? data, IImportanceCriterion? criterion = null) =>
            Assert.Throws<CriterionException>(() => new ScoringSession(model.Model, model.Structure, data).Score(criterion ?? taylor)).Message;

        Assert.Contains("there are none", Said(null), StringComparison.Ordinal);
        Assert.Contains("no batch", Said(ScoringData.Of([], Case.Loss)), StringComparison.Ordinal);
        Assert.Contains("no loss", Said(new([Good])), StringComparison.Ordinal);
        Assert.Contains("not a single number", Said(ScoringData.Of([new(ones([3, 2], float64), ones([3, 1], float64))], (y, t) => y - t)), StringComparison.Ordinal);
        Assert.Contains("not made from", Said(ScoringData.Of([Good], (_, t) => t.sum())), StringComparison.Ordinal);
        Assert.Contains("batch 2 is NaN", Said(ScoringData.Of([Good, new(Good.Inputs[0], full([1, 1], double.NaN))], Case.Loss)), StringComparison.Ordinal);
        Assert.Contains("2 inputs", Said(ScoringData.Of([new([Good.Inputs[0], Good.Inputs[0]], Good.Targets)], Case.Loss)), StringComparison.Ordinal);
        Assert.Contains("2 and 1 samples", Said(ScoringData.Of([new(ones([2, 2], float64), ones([1, 1], float64))], Case.Loss)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("l1")]
    [InlineData("fpgm")]
    [InlineData("lamp")]
    public void Score_NotFiniteWeight_NamesGroupAndParameter(string name)
    {
        using var scope = NewDisposeScope();
        using var model = TwoLayers.Of(1, double.NaN, 2);
        var error = Error(model, Registered.All[name]);
        Assert.Contains("'first'", error, StringComparison.Ordinal);
        Assert.Contains("'first.weight'", error, StringComparison.Ordinal);
        Assert.Throws<CriterionException>(() => model.ScoreWeights(new L1Criterion(new()), "first.weight"));
    }

    [Fact]
    public void Score_Cancelled_StopsBetweenBatches()
    {
        using var scope = NewDisposeScope();
        using var source = new CancellationTokenSource();
        var seen = 0;
        IEnumerable<ScoringBatch> Batches()
        {
            for (; ; seen++)
            {
                yield return Good;
                source.Cancel();
            }
        }

        using var model = TwoLayers.Of(new double[,] { { 1, 1 }, { 2, -1 } }, new double[,] { { 1, 3 } });
        var session = new ScoringSession(model.Model, model.Structure, ScoringData.Of(Batches(), Case.Loss));
        Assert.Throws<OperationCanceledException>(() => session.Score(new TaylorCriterion(new()), cancellationToken: source.Token));
        Assert.Equal(1, seen);
    }

    private static string Error(Case @case, IImportanceCriterion criterion) =>
        Assert.Throws<CriterionException>(() => @case.Session.Score(criterion)).Message;

    /// <summary>The mean size of what the first layer gives.</summary>
    private sealed class MeanActivation(ScoreAveraging averaging) : IImportanceCriterion
    {
        public string Name => "mean-activation";

        public CriterionNeeds Needs => CriterionNeeds.Activations;

        public ScoreAveraging Averaging => averaging;

        public IEnumerable<Value> Watch(IStructureGroup group, TracedModel model) => [model.Evaluation.Nodes[0].Output];

        public IReadOnlyList<double> Score(IStructureGroup group, ScoringContext context)
        {
            using var scope = NewDisposeScope();
            return Case.Values(context.Activation(context.Model.Evaluation.Nodes[0].Output).abs().mean([0]));
        }
    }
}
