using Espalier.Graphs;
using Espalier.Models;
using Espalier.Models.Tests;
using Espalier.Planning;
using Espalier.Structures;
using Espalier.Surgery;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Block.Tests;

/// <summary>Branches are found in graphs alone.</summary>
public sealed class ResidualBranchTests
{
    public static TheoryData<string, string> Known => new()
    {
        { "mlp", "" },
        { "vgg", "" },
        { "unet", "" },
        { "densenet", "" },
        { "shufflenet_v2", "" },
        { "cifar_resnet", "layer1.0" },
        { "cifar_resnet_convolution", "layer1.0" },
        { "resnet_basic", "layer1.0 layer2.1" },
        { "resnet_bottleneck", "layer2.1" },
        { "mobilenet_v2", "features.1.conv features.3.conv features.5.conv features.6.conv features.8.conv features.9.conv features.10.conv features.12.conv features.13.conv features.15.conv features.16.conv" },
        { "vision_transformer", "blocks.0.attn blocks.0.mlp blocks.1.attn blocks.1.mlp" },
        { "vision_transformer_split", "blocks.0.attn blocks.0.mlp blocks.1.attn blocks.1.mlp" },
        { "language_model", "blocks.0.attn blocks.0.mlp blocks.1.attn blocks.1.mlp" },
        {
            "swin_transformer",
            "features.1.0.attn features.1.0.mlp features.1.1.attn features.1.1.mlp features.3.0.attn features.3.0.mlp features.3.1.attn features.3.1.mlp"
        },
        { "senet", "layers.0 layers.1" },
        { "cross_attention_block", "attn mlp" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Find_ModelsOfTheZoo_NamesTheirBranches(string name, string expected)
    {
        var model = Open(name);
        Assert.Equal(expected, string.Join(' ', ResidualBranches.Find(model.Evaluation).Select(branch => branch.Name)));
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void Plan_EachBranchOfTheZoo_CanBeRemovedAndComesBack(string name, string expected)
    {
        var model = Open(name);
        var order = model.Module.state_dict().Keys.ToArray();
        foreach (var branch in expected.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            using var applied = Surgeon.Apply(model, Pruned.Plan(model, branch));
            Assert.Equal(applied.Model.Fingerprint, Pruned.Plan(applied.Model).Fingerprint);
            Assert.True(applied.Model.Module.state_dict().Count < order.Length);
            applied.Undo();
            Assert.Equal(order, model.Module.state_dict().Keys);
            Assert.Equal(model.Fingerprint, ModelFingerprint.Of(model.Module));
        }
    }

    [Fact]
    public void Find_Parameters_AreThoseOfTheBranchAlone()
    {
        var model = Open("vision_transformer");
        var branch = Pruned.Branches(model, "blocks.1.mlp")[0];
        Assert.Equal(
            ["blocks.1.mlp.fc1.bias", "blocks.1.mlp.fc1.weight", "blocks.1.mlp.fc2.bias", "blocks.1.mlp.fc2.weight", "blocks.1.norm2.bias", "blocks.1.norm2.weight"],
            branch.Parameters.Order(StringComparer.Ordinal));
        Assert.Equal(branch.Shortcut.Shape, branch.Sum.Output.Shape);
    }

    [Fact]
    public void Plan_ModuleWithoutSwitch_SaysWhatToDo()
    {
        using var module = new Plain();
        var model = Pruned.Trace(module, 2, 6);
        var error = Assert.Throws<PlanException>(() => Pruned.Plan(model, "sum2"));
        Assert.Contains("Plain, whose forward adds it, has no switch", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_SwitchThatForgetsAModule_NamesWhatTheBranchUses()
    {
        using var module = new Switched(nameof(Switched.second));
        var error = Assert.Throws<PlanException>(() => Pruned.Plan(Pruned.Trace(module, 2, 6), "sum2"));
        Assert.Contains("first.bias, first.weight, second.bias", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_SwitchThatLeavesOutMore_IsRefusedAndUndone()
    {
        using var module = new Switched(nameof(Switched.first), nameof(Switched.second)) { LeavesOutMore = true };
        var model = Pruned.Trace(module, 2, 6);
        var plan = Pruned.Plan(model, "sum2");
        var error = Assert.Throws<PlanException>(() => Surgeon.Apply(model, plan));
        Assert.Contains("computes something else", error.Message, StringComparison.Ordinal);
        Assert.Equal(model.Fingerprint, ModelFingerprint.Of(module));
        Assert.True(module.Branches[0].IsKept);
        module.LeavesOutMore = false;
        using var applied = Surgeon.Apply(model, plan);
        Assert.Equal(plan.ResultFingerprint, applied.Model.Fingerprint);
    }

    [Fact]
    public void Apply_PlanOfAnotherBranch_IsRefused()
    {
        var model = Open("vision_transformer");
        var plan = Pruned.Plan(model, "blocks.0.mlp");
        var other = plan with { Branches = [plan.Branches[0] with { Name = "blocks.0.other", Children = ["norm2"] }] };
        Assert.Contains("'blocks.0.other'", Assert.Throws<PlanException>(() => Surgeon.Apply(model, other)).Message, StringComparison.Ordinal);
    }

    private static TracedModel Open(string name)
    {
        var zoo = Zoo.All[name];
        var module = zoo.Make();
        module.eval();
        var dtype = name == "language_model" ? ScalarType.Int64 : ScalarType.Float32;
        return TracedModel.Trace(module, [.. zoo.Inputs.Select((shape, i) => new InputSpec($"x{i}", shape, dtype))]);
    }
}
