using Espalier.Criteria;
using Espalier.Execution;
using Espalier.Models;
using Espalier.Plugins.Criteria;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Head.Tests;

/// <summary>Gate sensitivities are what gates on heads really do to the loss.</summary>
public sealed class GateCriterionTests
{
    public static TheoryData<string> Models =>
    [
        "vision_transformer", "vision_transformer_split", "split_attention", "grouped_query_attention", "grouped_query_attention_widths", "multi_query_attention",
        "cross_attention_block", "swin_transformer", "swin_block_shifted", "einsum",
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public void Score_AnyAttention_EqualsBruteForce(string name)
    {
        using var scope = NewDisposeScope();
        using var open = new Opened(name);
        Assert.NotEmpty(open.Heads);
        foreach (var group in open.Heads.Select(heads => heads.Group).DistinctBy(group => group.Name))
        {
            var scores = open.Score(new GateCriterion(), group, 2);
            Assert.Equal(group.Count, scores.Count);
            for (var head = 0; head < group.Count; head++)
            {
                var expected = Enumerable.Range(0, 3).Average(sample => Math.Abs(Gradient(open, group, head, sample)));
                Assert.Equal(expected, scores[head], 1e-9 * Math.Max(1, expected));
                Assert.True(expected > 1e-6);
            }
        }
    }

    [Theory]
    [InlineData("vision_transformer")]
    [InlineData("swin_block_shifted")]
    [InlineData("grouped_query_attention")]
    public void Score_OneSample_EqualsFiniteDifference(string name)
    {
        using var scope = NewDisposeScope();
        using var open = new Opened(name);
        var group = open.Heads[0].Group;
        open.Inputs[0] = open.Inputs[0].narrow(0, 1, 1);
        open.Targets = open.Targets.narrow(0, 1, 1);
        var scores = open.Score(new GateCriterion(), group, 1);
        const double Step = 1e-4;
        for (var head = 0; head < group.Count; head++)
        {
            var difference = open.GatedLoss(group, head, 1 + Step, 0).item<double>() - open.GatedLoss(group, head, 1 - Step, 0).item<double>();
            var expected = Math.Abs(difference / (2 * Step));
            Assert.Equal(expected, scores[head], 1e-5 * Math.Max(1, expected));
        }
    }

    [Fact]
    public void Score_GoldenExample_TakesAbsoluteValuesPerSample()
    {
        // Queries of zero: heads average the tokens. Values are the tokens, head h's output counts c_h = (1, 2) in both tokens' sums. For the target t the loss is
        // t sum(outputs), its gate's gradient t 2 c_h mean_h: 4 and -4 for the first head, which cancel; 12 and 4 for the second.
        using var scope = NewDisposeScope();
        using var open = Uniform();
        var group = Assert.Single(open.Heads).Group;
        var all = new ScoringBatch(open.Inputs[0], open.Targets);
        var session = new ScoringSession(open.Model, open.Structure, ScoringData.Of([all], (result, target) => (result.flatten(1).sum(1) * target).mean()));
        var scores = session.Score(new GateCriterion(), [group])[group];
        Assert.Equal(4, scores[0], 1e-12);
        Assert.Equal(8, scores[1], 1e-12);
    }

    [Fact]
    public void Score_BatchesOfAnySize_AreAlike()
    {
        using var scope = NewDisposeScope();
        using var open = new Opened("swin_transformer");
        var group = open.Heads[0].Group;
        var one = open.Score(new GateCriterion(), group, 1);
        Assert.All(one.Zip(open.Score(new GateCriterion(), group, 3)), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }

    [Fact]
    public void Score_VisionTransformer_EqualsTaylorOverConsumersPerSample()
    {
        // <Att, dL/dAtt> = <W, dL/dW> over the columns that read the head.
        using var scope = NewDisposeScope();
        using var open = new Opened("vision_transformer");
        var group = open.Heads[1].Group;
        var taylor = new TaylorCriterion(new() { Form = TaylorForm.Gate, Averaging = ScoreAveraging.Sample, Members = MemberScope.Consumers });
        Assert.All(open.Score(taylor, group, 3).Zip(open.Score(new GateCriterion(), group, 3)), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }

    [Fact]
    public void Score_GroupOfNeurons_Refuses()
    {
        using var scope = NewDisposeScope();
        using var open = new Opened("vision_transformer_split");
        var error = Assert.Throws<CriterionException>(() => open.Score(new GateCriterion(), open.Structure.Group("blocks.0.mlp.fc1"), 3));
        Assert.Contains("holds no attention heads", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_Model_StaysAsItWas()
    {
        using var scope = NewDisposeScope();
        using var open = new Opened("vision_transformer");
        open.Score(new GateCriterion(), open.Heads[0].Group, 3);
        Assert.All(open.Module.parameters(), parameter => Assert.True(parameter.requires_grad && parameter.grad is null));
    }

    private static double Gradient(Opened open, Structures.IStructureGroup group, int head, int sample)
    {
        var gate = ones(1, dtype: float64).requires_grad_();
        return autograd.grad([open.GatedLoss(group, head, gate, sample)], [gate])[0].item<double>();
    }

    private static Opened Uniform()
    {
        var module = new SplitAttention(2, 2);
        using (no_grad())
        {
            foreach (var (name, tensor) in module.state_dict())
            {
                tensor.zero_();
                if (name == "v.weight")
                {
                    tensor.copy_(eye(2));
                }
                else if (name == "proj.weight")
                {
                    tensor.copy_(torch.tensor(new[] { 1f, 0, 0, 2 }).reshape(2, 2));
                }
            }
        }

        var inputs = torch.tensor(new[] { 1f, 2, 3, 4, -1, 0, -3, 2 }).reshape(2, 2, 2);
        return new Opened(module, [inputs]) { Targets = ones(2, dtype: float64) };
    }
}
