using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Models;
using Espalier.Models.Tests.Reference;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp.Tests;

/// <summary>A budget goes where the model's answers change least.</summary>
public sealed class SnpSensitivityTests
{
    [Fact]
    public void Next_Curve_IsTheSlopeOfItsHull()
    {
        Assert.Equal([0.1, 0.2, 0.4, 0.4, double.MaxValue], Slopes(5, (1, 0.1), (2, 0.3), (4, 1.1)));
        Assert.Equal([0.3, 0.3, double.MaxValue], Slopes(3, (1, 0.5), (2, 0.6)));
        // Less lost by a narrower model is chance.
        Assert.Equal([0.1, 0.1, 0.8], Slopes(3, (1, 0.2), (2, 0.1), (3, 1)));
        Assert.Equal([0, double.MaxValue], Slopes(2, (1, 0), (2, double.NaN)));
    }

    [Fact]
    public void Of_CutModel_IsTheDivergenceByHand()
    {
        using var scope = NewDisposeScope();
        using var data = Images.Data(16, 6);
        using var model = Net();
        var context = new MethodContext(TracedModel.Trace(model, InputSpec.Of(1, 3, 16, 16))) { Data = data, Seed = 3 };
        using var answers = new AnswerDivergence(context, 6, 4, default);
        Assert.Equal(0, answers.Of(context.Model, default), 1e-12);

        var before = Probabilities(model, data);
        new SnpMethod(new SnpOptions { Ffn = 0.5, Qk = 0.5 }).Run(context, default);
        var after = Probabilities(model, data);

        var expected = before.Zip(after, (p, q) => p.Zip(q, (own, other) => own * Math.Log(own / other)).Sum()).Average();
        Assert.InRange(expected, 1e-4, 10);
        Assert.Equal(expected, answers.Of(context.Model, default), 1e-5 * expected);
    }

    [Fact]
    public void Priorities_OtherCosts_AreInversely()
    {
        using var scope = NewDisposeScope();
        using var data = Images.Data(16, 4);
        using var model = Net();
        var context = new MethodContext(TracedModel.Trace(model, InputSpec.Of(1, 3, 16, 16))) { Data = data };
        var layers = new SnpLayers(context.Model, context.Structure);
        var scores = new SnpScores(context.Model, layers, [], false);

        // A hidden neuron of 24 channels and 17 tokens: 2 x 24 weights and a bias, 2 x 24 x 17 MACs.
        var (byMacs, byParameters) = (Of(new SnpOptions { Macs = "50%" }), Of(new SnpOptions { Parameters = "50%" }));
        Assert.Contains(byMacs, priority => priority > 0);
        Assert.All(byMacs.Zip(byParameters), pair => Assert.Equal(pair.First * 816 / 49, pair.Second, 1e-9 * pair.Second));

        double[] Of(SnpOptions options)
        {
            using var sensitivity = new SnpSensitivity(context, layers, scores, options, group => scores.Of(group, 1));
            return sensitivity.Priorities(context.Structure.Group("blocks.0.mlp.fc1"), default);
        }
    }

    [Fact]
    public void Run_LayerWithoutEffect_IsCutFirst()
    {
        using var scope = NewDisposeScope();
        using var model = Net();
        using (no_grad())
        {
            model.state_dict()["blocks.1.mlp.fc2.weight"].zero_();
        }

        var (_, result) = Images.Prune(model, 16, new SnpOptions { Macs = "70%", Residual = 0, Qk = 0, V = 0 });

        Assert.Equal(1, result.Metrics["width_after/blocks.1.mlp.fc1"]);
        Assert.InRange(result.Metrics["width_after/blocks.0.mlp.fc1"], 2, 96);
    }

    /// <summary>The second block adds little to what the first has made.</summary>
    [Theory]
    [InlineData(AttentionKind.Split)]
    [InlineData(AttentionKind.Fused)]
    public void Run_BudgetBySensitivity_ChangesAnswersLessThanUniformRatios(AttentionKind kind) =>
        Assert.InRange(Lost(kind, Allocation.Sensitivity), 0, 0.5 * Lost(kind, Allocation.Uniform));

    private static double Lost(AttentionKind kind, Allocation allocation)
    {
        using var scope = NewDisposeScope();
        using var data = Images.Data(16, 16);
        using var model = Net(kind);
        using (no_grad())
        {
            model.state_dict()["blocks.1.mlp.fc2.weight"].mul_(0.05);
            model.state_dict()["blocks.1.attn.proj.weight"].mul_(0.05);
        }

        var context = new MethodContext(TracedModel.Trace(model, InputSpec.Of(1, 3, 16, 16))) { Data = data };
        using var answers = new AnswerDivergence(context, 16, 8, default);
        var result = new SnpMethod(new SnpOptions { Macs = "60%", Allocation = allocation }).Run(context, default);
        Assert.True(result.Goals.Single().IsMet);
        return answers.Of(context.Model, default);
    }

    private static VisionTransformer Net(AttentionKind kind = AttentionKind.Split)
    {
        var net = Noise.Fill(new VisionTransformer(16, 4, 10, 24, 2, 3, attention: kind));
        net.eval();
        return net;
    }

    private static double[] Slopes(int count, params (int Removed, double Divergence)[] points)
    {
        var curve = new DivergenceCurve(points);
        return [.. Enumerable.Range(0, count).Select(removed => curve.Next(removed) is var slope && slope < double.MaxValue ? Math.Round(slope, 9) : slope)];
    }

    /// <summary>The softmax of the images that calibration takes: all of them, in any order.</summary>
    private static double[][] Probabilities(VisionTransformer model, Data.ModelData data)
    {
        using var noGrad = no_grad();
        var logits = model.forward(data.Train.Normalization.Apply(data.Train.Images)).to(float64);
        return [.. logits.data<double>().ToArray().Chunk(10).Select(own =>
        {
            var sum = own.Sum(Math.Exp);
            return own.Select(logit => Math.Exp(logit) / sum).ToArray();
        })];
    }
}
