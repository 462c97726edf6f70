using Espalier.Execution;
using Espalier.Graphs;
using Espalier.Models;
using Espalier.Models.Tests.Reference;
using Espalier.Planning;
using Espalier.Structures;
using Espalier.Surgery;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Block.Tests;

/// <summary>A model without branches computes what the whole one does with what they add set to zero: results and gradients, in evaluation and in training.</summary>
public sealed class ExactnessTests
{
    private static readonly (string Model, string Branches)[] Removals =
    [
        ("vit", "blocks.0.attn"),
        ("vit", "blocks.1.mlp"),
        ("vit", "blocks.0.attn blocks.0.mlp"),
        ("vit", "blocks.0.attn blocks.0.mlp blocks.1.attn blocks.1.mlp"),
        ("swin", "features.1.0.attn features.1.1.mlp features.3.0.attn features.3.0.mlp"),
        ("cifar", "layer1.1 layer2.1 layer3.1"),
        ("resnet", "layer1.0 layer2.1"),
        ("bottleneck", "layer2.1"),
        ("senet", "layers.0"),
        ("mobilenet", "features.3.conv features.8.conv"),
    ];

    public static TheoryData<string, string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, bool>();
            foreach (var (model, branches) in Removals)
            {
                cases.Add(model, branches, false);
                cases.Add(model, branches, true);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Apply_Branches_EqualsMaskedModel(string name, string removed, bool training)
    {
        using var scope = NewDisposeScope();
        var (big, shape) = Make(name, training);
        var (small, _) = Make(name, training);
        var names = removed.Split(' ');
        var whole = Pruned.Trace(big, shape);
        var dense = Pruned.Trace(small, shape);
        var plan = PlanJson.Read(PlanJson.Write(Pruned.Plan(dense, names)));
        using var applied = Surgeon.Apply(dense, plan);
        Assert.Equal(plan.ResultFingerprint, applied.Model.Fingerprint);

        var x = Noise.Input(shape).to(float64);
        var graph = training && whole.Training is { } other ? other : whole.Evaluation;
        var interpreter = new Interpreter(graph, big);
        foreach (var branch in ResidualBranches.Find(graph).Where(branch => names.Contains(branch.Name)))
        {
            interpreter.Replace(branch.Result, tensor => zeros_like(tensor));
        }

        var expected = interpreter.Run(x)[0];
        var found = ((nn.Module<Tensor, Tensor>)small).forward(x);
        Assert.True(Distance(expected, found) < 1e-10);
        Assert.True(Distance(expected, ((nn.Module<Tensor, Tensor>)Make(name, training).Module).forward(x)) > 1e-6);

        var weights = Noise.Input(expected.shape).to(float64);
        (expected * weights).sum().backward();
        (found * weights).sum().backward();
        var gradients = big.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter.grad);
        foreach (var (parameter, tensor) in small.named_parameters())
        {
            Assert.True(Distance(gradients[parameter]!, tensor.grad!) < 1e-9, parameter);
        }

        Assert.DoesNotContain(small.named_parameters(), entry => plan.Removes(entry.name));
        Assert.All(gradients.Where(entry => plan.Removes(entry.Key)), entry => Assert.True(entry.Value is null || entry.Value.abs().max().item<double>() == 0));
    }

    [Fact]
    public void Apply_AfterLaterPlans_IsOneComposedPlanOnAFreshModel()
    {
        using var scope = NewDisposeScope();
        var (first, shape) = Make("vit", false);
        var start = Pruned.Trace(first, shape);
        var one = Pruned.Plan(start, "blocks.0.attn");
        using var step = Surgeon.Apply(start, one);
        var two = new PruningPlanner(step.Model, ModelStructure.Find(step.Model.Graphs)).PlanUniform(0.5);
        using var next = Surgeon.Apply(step.Model, two);
        var three = Pruned.Plan(next.Model, "blocks.1.mlp");
        using var last = Surgeon.Apply(next.Model, three);

        var (fresh, _) = Make("vit", false);
        var all = PlanJson.Read(PlanJson.Write(one.Then(two).Then(three)));
        Assert.Equal(all.Branches, one.Then(two.Then(three)).Branches);
        Assert.Equal(["blocks.0.attn", "blocks.1.mlp"], all.Branches.Select(branch => branch.Name));
        Assert.DoesNotContain(all.Slices, slice => all.Removes(slice.Parameter));
        using var applied = Surgeon.Apply(Pruned.Trace(fresh, shape), all);
        Assert.Equal(last.Model.Fingerprint, applied.Model.Fingerprint);
        var x = Noise.Input(shape).to(float64);
        var expected = ((nn.Module<Tensor, Tensor>)first).forward(x);
        Assert.Equal(0, Distance(expected, ((nn.Module<Tensor, Tensor>)fresh).forward(x)));
        applied.Undo();
        Assert.Equal(start.Fingerprint, ModelFingerprint.Of(fresh));
        Assert.Equal(0, Distance(((nn.Module<Tensor, Tensor>)Make("vit", false).Module).forward(x), ((nn.Module<Tensor, Tensor>)fresh).forward(x)));
    }

    [Fact]
    public void Apply_Masks_GoWithTheirBranch()
    {
        using var scope = NewDisposeScope();
        var (module, shape) = Make("vit", false);
        var context = new Methods.MethodContext(Pruned.Trace(module, shape));
        foreach (var name in new[] { "blocks.0.mlp.fc1.weight", "blocks.1.mlp.fc1.weight" })
        {
            context.Masks.Set(name, ones(module.state_dict()[name].shape, dtype: ScalarType.Bool));
        }

        context.Apply(Pruned.Plan(context.Model, "blocks.0.mlp"));
        Assert.Equal(["blocks.1.mlp.fc1.weight"], context.Masks.Masks.Keys);
        context.Masks.Apply(module);
    }

    [Fact]
    public void Read_PlanOfVersion1_HasNoBranches()
    {
        using var scope = NewDisposeScope();
        var (module, shape) = Make("vit", false);
        var model = Pruned.Trace(module, shape);
        var plan = new PruningPlanner(model, ModelStructure.Find(model.Graphs)).PlanUniform(0.5);
        var text = PlanJson.Write(plan);
        var old = text.Replace("\"version\": 2", "\"version\": 1", StringComparison.Ordinal).Replace(",\n  \"branches\": []", "", StringComparison.Ordinal);
        Assert.DoesNotContain("branches", old, StringComparison.Ordinal);
        var read = PlanJson.Read(old);
        Assert.Empty(read.Branches);
        using var applied = Surgeon.Apply(model, read);
        Assert.Equal(plan.ResultFingerprint, applied.Model.Fingerprint);
    }

    private static double Distance(Tensor a, Tensor b) => (a - b).abs().max().item<double>();

    private static (nn.Module Module, long[] Shape) Make(string name, bool training)
    {
        nn.Module module = name switch
        {
            "vit" => new VisionTransformer(16, 4, 10, 24, 2, 3),
            "swin" => new SwinTransformer(32, [2, 2], [2, 4], 16, 4, classes: 10),
            "cifar" => new CifarResNet(14, 10, width: 4),
            "resnet" => new ResNet([1, 2, 1, 1], false, 10, 8),
            "bottleneck" => new ResNet([1, 2, 1, 1], true, 10, 8),
            "senet" => new SeNet([8, 8, 16]),
            _ => new MobileNetV2(10, 0.25, 0),
        };
        Noise.Fill(module).to(float64);
        module.train(training);
        return (module, [2, 3, name == "mobilenet" ? 64 : name is "vit" or "senet" or "cifar" ? 16 : 32, name == "mobilenet" ? 64 : name is "vit" or "senet" or "cifar" ? 16 : 32]);
    }
}
