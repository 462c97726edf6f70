using Espalier.Criteria;
using Espalier.Models.Tests;
using Espalier.Structures;
using static TorchSharp.torch;

namespace Espalier.Plugins.Criteria.Tests;

/// <summary>Every criterion against loops in double precision, with gradients from the model's own forward and backward.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Models => ["cifar_resnet", "densenet", "vision_transformer"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Weights_EqualLoops(string model)
    {
        using var scope = NewDisposeScope();
        using var @case = Case.Of(model);
        foreach (var group in @case.Structure.Groups)
        {
            var loops = new Loops(@case, group);
            double[] Entries(string name, Func<double, double> entry) => Array.ConvertAll(loops.Values(name), value => entry(value));
            Same(loops.Score(name => Entries(name, Math.Abs), sum => sum), @case, new L1Criterion(new()), group);
            Same(loops.Score(name => Entries(name, w => w * w), Math.Sqrt), @case, new L2Criterion(new()), group);
            Same(Loops.Lamp(loops.Score(name => Entries(name, w => w * w), sum => sum)), @case, new LampCriterion(new()), group);
            Same(loops.Distances(), @case, new FpgmCriterion(new()), group);
        }
    }

    [Theory]
    [InlineData("cifar_resnet")]
    [InlineData("densenet")]
    public void Scales_EqualLoops(string model)
    {
        using var scope = NewDisposeScope();
        using var @case = Case.Of(model);
        foreach (var group in @case.Structure.Groups)
        {
            Same(new Loops(@case, group).Scales(), @case, new BnScaleCriterion(new()), group);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Gradients_EqualLoops(string model)
    {
        using var scope = NewDisposeScope();
        using var @case = Case.Of(model);
        ScoringBatch[] samples = [.. @case.Batches.SelectMany(batch => Enumerable.Range(0, (int)batch.Count).Select(i => new ScoringBatch(
            [.. batch.Inputs.Select(x => x.narrow(0, i, 1))], [.. batch.Targets.Select(x => x.narrow(0, i, 1))])))];
        var perBatch = @case.Batches.Select(batch => (batch.Count, Gradients(@case, batch))).ToArray();
        var perSample = samples.Select(sample => (sample.Count, Gradients(@case, sample))).ToArray();
        foreach (var group in @case.Structure.Groups.Where(group => group.Granularity != StructureGranularity.Block).Take(6))
        {
            var loops = new Loops(@case, group);
            double[] Products(string name, Dictionary<string, double[]> gradients) => [.. loops.Values(name).Zip(gradients[name], (w, g) => w * g)];
            double[] Averaged((long Count, Dictionary<string, double[]> Gradients)[] parts, Func<double, double> entry, Func<double, double> finish) =>
                parts.Select(part => (Weight: part.Count / 3.0, Scores: loops.Score(name => Array.ConvertAll(Products(name, part.Gradients), x => entry(x)), finish)))
                    .Aggregate(new double[group.Count], (sum, part) => [.. sum.Zip(part.Scores, (s, score) => s + (part.Weight * score))]);

            Same(Averaged(perBatch, Math.Abs, sum => sum), @case, new TaylorCriterion(new()), group);
            Same(Averaged(perSample, x => x, Math.Abs), @case, new TaylorCriterion(new() { Form = TaylorForm.Gate, Averaging = ScoreAveraging.Sample }), group);
            Same(Averaged(perSample, x => x * x / 2, sum => sum), @case, new FisherCriterion(new()), group);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void TotalGradient_EqualsThatOfAllSamples(string model)
    {
        using var scope = NewDisposeScope();
        using var @case = Case.Of(model);
        var all = new ScoringBatch(cat([.. @case.Batches.Select(b => b.Inputs[0])], 0), cat([.. @case.Batches.Select(b => b.Targets[0])], 0));
        var gradients = Gradients(@case, all);
        var group = @case.Structure.Groups[0];
        var loops = new Loops(@case, group);
        var expected = loops.Score(name => [.. loops.Values(name).Zip(gradients[name], (w, g) => w * g)], Math.Abs);
        Same(expected, @case, new TaylorCriterion(new() { Form = TaylorForm.Gate, Averaging = ScoreAveraging.Total }), group);
    }

    private static Dictionary<string, double[]> Gradients(Case @case, ScoringBatch batch)
    {
        using var scope = NewDisposeScope();
        var named = @case.Model.Module.named_parameters().ToArray();
        var loss = Case.Loss(Zoo.Run(@case.Model.Module, [.. batch.Inputs]), batch.Targets[0]);
        var gradients = autograd.grad([loss], [.. named.Select(parameter => (Tensor)parameter.parameter)]);
        return named.Zip(gradients).ToDictionary(pair => pair.First.name, pair => Case.Values(pair.Second));
    }

    private static void Same(double[] expected, Case @case, IImportanceCriterion criterion, IStructureGroup group)
    {
        var actual = @case.Session.Score(criterion, [group])[group];
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * Math.Max(1, expected.Max())));
    }
}
