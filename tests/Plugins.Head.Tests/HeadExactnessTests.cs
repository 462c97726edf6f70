using Espalier.Criteria;
using Espalier.Models;
using Espalier.Models.Tests;
using Espalier.Models.Tests.Reference;
using Espalier.Planning;
using Espalier.Structures;
using Espalier.Surgery;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Head.Tests;

/// <summary>Pruned models compute what the big ones do without the heads that went.</summary>
public sealed class HeadExactnessTests
{
    [Theory]
    [MemberData(nameof(GateCriterionTests.Models), MemberType = typeof(GateCriterionTests))]
    public void Plan_AnyAttention_EqualsMaskedModelAndClosedGate(string name)
    {
        using var scope = NewDisposeScope();
        using var big = new Opened(name);
        using var small = new Opened(name);
        var group = small.Heads[0].Group;
        var head = group.Count - 2;
        var plan = new PruningPlanner(small.Model, small.Structure).Plan(new Dictionary<string, IReadOnlyList<int>> { [group.Name] = [head] }, "one head");
        using var applied = Surgeon.Apply(small.Model, plan);
        Tensor[] inputs = [.. big.Inputs.Select(x => x.narrow(0, 0, 1))];
        var pruned = Zoo.Run(small.Module, inputs);
        Assert.True((big.Masked(inputs, plan) - pruned).abs().max().item<double>() < 1e-10);
        Assert.Equal(
            big.GatedLoss(group, head, zeros(1, dtype: float64), 0).item<double>(), Opened.Loss(pruned, big.Targets.narrow(0, 0, 1)).item<double>(), 1e-9);
        Assert.True((Zoo.Run(big.Module, inputs) - pruned).abs().max().item<double>() > 1e-6);
    }

    [Theory]
    [InlineData("gate", AttentionKind.Split)]
    [InlineData("snp", AttentionKind.Fused)]
    [InlineData("l2", AttentionKind.Split)]
    public void Run_SmallDeit_EqualsMaskedModel(string criterion, AttentionKind kind)
    {
        using var scope = NewDisposeScope();
        VisionTransformer Make() => Noise.Fill(new VisionTransformer(16, 4, 10, 24, 2, 3, attention: kind));
        var small = Make();
        using var big = new Opened(Make(), [Noise.Input(1, 3, 16, 16)]);
        var (context, _) = Images.Prune(small, new HeadOptions { Ratio = 0.5, Criterion = new(criterion) });
        Assert.True((big.Masked(big.Inputs, Assert.Single(context.Plans)) - small.to(float64).forward(big.Inputs[0])).abs().max().item<double>() < 1e-10);
    }

    [Theory]
    [InlineData("gate", AttentionKind.Split)]
    [InlineData("l2", AttentionKind.Fused)]
    [InlineData("l2", AttentionKind.Split)]
    public void Run_EmptiedLayer_EqualsMaskedModelWithoutItsBranch(string criterion, AttentionKind kind)
    {
        // The heads of the second block are made small, so that all of them go and some of the others.
        using var scope = NewDisposeScope();
        VisionTransformer Make()
        {
            var model = Noise.Fill(new VisionTransformer(16, 4, 10, 24, 3, 3, attention: kind));
            using var noGrad = no_grad();
            foreach (var (name, tensor) in model.state_dict().Where(entry => entry.Key.StartsWith("blocks.1.attn.", StringComparison.Ordinal)))
            {
                tensor.mul_(name.Contains("proj.bias", StringComparison.Ordinal) ? 1 : 0.05);
            }

            return model;
        }

        var small = Make();
        using var big = new Opened(Make(), [Noise.Input(1, 3, 16, 16)]);
        var options = new HeadOptions { Ratio = 0.5, Criterion = new(criterion), Normalization = ScoreNormalization.None, Minimum = 0 };
        var (context, result) = Images.Prune(small, options);
        Assert.Equal(["blocks.1.attn"], context.Plans[0].Branches.Select(branch => branch.Name));
        Assert.Equal((4, 1), (result.Metrics["heads_after"], result.Metrics["layers_emptied"]));
        Assert.DoesNotContain(small.state_dict().Keys, name => name.StartsWith("blocks.1.attn", StringComparison.Ordinal) || name.StartsWith("blocks.1.norm1", StringComparison.Ordinal));
        using (no_grad())
        {
            big.Module.state_dict()["blocks.1.attn.proj.weight"].zero_();
            big.Module.state_dict()["blocks.1.attn.proj.bias"].zero_();
        }

        var plan = context.Plans.Aggregate((first, second) => first.Then(second));
        Assert.NotEmpty(plan.Slices);
        Assert.True((big.Masked(big.Inputs, plan) - small.to(float64).forward(big.Inputs[0])).abs().max().item<double>() < 1e-10);
    }
}
