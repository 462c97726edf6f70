using Espalier.Framework.Tests.Exactness;
using Espalier.Labels;
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
        Assert.True((Masked(big, inputs, plan) - pruned).abs().max().item<double>() < 1e-10);
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
        Assert.True((Masked(big, big.Inputs, Assert.Single(context.Plans)) - small.to(float64).forward(big.Inputs[0])).abs().max().item<double>() < 1e-10);
    }

    private static Tensor Masked(Opened big, Tensor[] inputs, PruningPlan plan)
    {
        var cut = new CutSet(big.Structure.Blocks);
        foreach (var slice in plan.Slices)
        {
            var field = big.Structure.Labels.Parameters[slice.Parameter].Single(f => f.Dimensions[0] == slice.Dimension);
            foreach (var index in Enumerable.Range(0, slice.Width).Except(slice.Kept))
            {
                cut.Add(field.Labels[index]);
            }
        }

        return new MaskedModel(big.Structure, cut, big.Module.state_dict()).Run(big.Model.Evaluation, inputs)[0];
    }
}
