using Espalier.Checkpoints;
using Espalier.Counting;
using Espalier.Criteria;
using Espalier.Methods;
using Espalier.Models;
using Espalier.Models.Tests.Reference;
using Espalier.Planning;
using Espalier.Plugins.Channel;
using Espalier.Plugins.Criteria;
using Espalier.Plugins.Snp;
using Espalier.Plugins.Tests.Runs;
using Espalier.Surgery;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Block.Tests;

public sealed class BlockMethodTests
{
    [Theory]
    [InlineData(BlockCriterion.Influence)]
    [InlineData(BlockCriterion.GateTaylor)]
    public void Run_BranchThatAddsNothing_ScoresZeroAndGoesFirst(BlockCriterion criterion)
    {
        using var scope = NewDisposeScope();
        var module = Transformer(3);
        Zero(module, "blocks.1.mlp.fc2.weight", "blocks.1.mlp.fc2.bias");
        var x = Noise.Input(2, 3, 16, 16);
        var before = module.forward(x);
        var (context, result) = Pruned.Run(module, 16, new BlockOptions { Count = 1, Granularity = BlockGranularity.Branch, Criterion = criterion });
        Assert.Equal("blocks.1.mlp", Assert.Single(Assert.Single(context.Plans).Branches).Name);
        Assert.Equal(
            $"block, {(criterion == BlockCriterion.Influence ? "influence" : "gate-taylor")}: without blocks.1.mlp", Assert.Single(context.Plans[0].Steps).Description);
        Assert.Equal(0, result.Metrics["score/blocks.1.mlp"]);
        Assert.Equal(0, (before - module.forward(x)).abs().max().item<float>());
    }

    [Fact]
    public void Run_Blocks_AreGoneFromParametersAndMacs()
    {
        using var scope = NewDisposeScope();
        var module = Transformer(3);
        var (context, result) = Pruned.Run(module, 16, new BlockOptions { Count = 1 });
        var counts = ModelCounts.Of(context.Model);
        var shallow = ModelCounts.Of(Pruned.Trace(Transformer(2), 1, 3, 16, 16));
        Assert.Equal(shallow.Parameters, counts.Parameters);
        Assert.Equal(shallow.Macs, counts.Macs);
        Assert.Equal(shallow.Parameters, module.parameters().Sum(parameter => parameter.numel()));
        Assert.Equal(counts.Macs, result.Metrics["macs_after"]);
        Assert.Equal(2, result.Metrics["blocks_after"]);
        Assert.All(result.Goals, goal => Assert.True(goal.IsMet));
        Assert.Single(result.Sections);
    }

    [Theory]
    [InlineData("0.7", null)]
    [InlineData(null, "70%")]
    public void Run_Budget_IsKept(string? macs, string? parameters)
    {
        using var scope = NewDisposeScope();
        var (_, result) = Pruned.Run(
            Transformer(4), 16, new BlockOptions { Macs = macs, Parameters = parameters, Granularity = BlockGranularity.Branch, Criterion = BlockCriterion.Loss });
        var name = macs is null ? "parameters" : "macs";
        Assert.InRange(result.Metrics[$"{name}_after"] / result.Metrics[$"{name}_before"], 0.4, 0.7);
    }

    [Fact]
    public void Run_Ratio_RemovesAtLeastAsMany()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(3, Assert.Single(Pruned.Run(Cifar(), 16, new BlockOptions { Ratio = 0.6 }).Context.Plans).Branches.Count);
        Assert.Equal(4, Assert.Single(Pruned.Run(Cifar(), 16, new BlockOptions { Ratio = 1 }).Context.Plans).Branches.Count);
    }

    [Fact]
    public void Run_Ignore_LeavesBlocksWithProtectedLayers()
    {
        using var scope = NewDisposeScope();
        var (context, _) = Pruned.Run(Cifar(), 16, new BlockOptions { Count = 2, Ignore = ["layer1.*.conv2"] });
        Assert.Equal(["layer2.1", "layer3.1"], context.Plans[0].Branches.Select(branch => branch.Name));
    }

    [Fact]
    public void Run_RemoveByName_RemovesJustThat()
    {
        using var scope = NewDisposeScope();
        var (context, result) = Pruned.Run(Transformer(3), 16, new BlockOptions { Remove = ["blocks.0.attn", "blocks.2"] });
        Assert.Equal(["blocks.0.attn", "blocks.2.attn", "blocks.2.mlp"], Assert.Single(context.Plans).Branches.Select(branch => branch.Name));
        Assert.Equal(0, result.Metrics["blocks_after"]);
    }

    [Theory]
    [InlineData("layer2.0")]
    [InlineData("conv1")]
    [InlineData("layer1.0.conv1")]
    public void Run_RemoveWhatMustStay_SaysWhyAndWhatCanGo(string name)
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<PlanException>(() => Pruned.Run(Cifar(), 16, new BlockOptions { Remove = [name] }));
        Assert.Contains($"'{name}' selects no residual branch", error.Message, StringComparison.Ordinal);
        Assert.Contains("change widths or sizes must stay. CifarResNet has layer1.0, layer1.1, layer2.1, layer3.1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NoResidualBranch_IsRefused()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<PlanException>(() => Pruned.Run(Noise.Fill(new Vgg([[4], [8, 8]], 10, 16, 0)), 32, new BlockOptions { Count = 1 }));
        Assert.Contains("Vgg has no residual branch", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_CountTooLarge_SaysHowManyCan()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<PlanException>(() => Pruned.Run(Cifar(), 16, new BlockOptions { Count = 5 }));
        Assert.Contains("5 blocks are to go, and only 4 can", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_BudgetBeyondAllBlocks_SaysWhatIsLeft()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<PlanException>(() => Pruned.Run(Cifar(), 16, new BlockOptions { Macs = "1%" }));
        Assert.Contains("without all 4 blocks", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_BudgetOfTheLastRoundOutOfReach_IsSaidBeforeTheFirst()
    {
        using var scope = NewDisposeScope();
        var module = Cifar();
        var options = new BlockOptions { Macs = "1%", Schedule = new() { Rounds = 4 }, Between = new("nudge") };
        var error = Assert.Throws<PlanException>(() => Pruned.Run(module, 16, options));
        Assert.Contains("without all 4 blocks", error.Message, StringComparison.Ordinal);
        Assert.Equal(Cifar().state_dict().Count, module.state_dict().Count);
    }

    [Fact]
    public void Run_RoundsWithASelectorOfWhatHasGone_GoOn()
    {
        using var scope = NewDisposeScope();
        var options = new BlockOptions { Count = 2, Ignore = ["layer*", "!layer1.0", "!layer1.1"], Schedule = new() { Rounds = 2 } };
        var (context, _) = Pruned.Run(Cifar(), 16, options);
        Assert.Equal(2, context.Plans.Count);
        Assert.Equal(["layer1.0", "layer1.1"], context.Plans.SelectMany(plan => plan.Branches).Select(branch => branch.Name).Order());
    }

    [Fact]
    public void Run_NothingDue_RemovesNothing()
    {
        using var scope = NewDisposeScope();
        var (context, result) = Pruned.Run(Cifar(), 16, new BlockOptions { Macs = "100%" });
        Assert.Empty(context.Plans);
        Assert.StartsWith("without 0 of 4 blocks; ", result.Summary, StringComparison.Ordinal);
        Assert.True(Assert.Single(result.Goals).IsMet);
    }

    [Fact]
    public void Run_AllBlocks_LeavesTheRestOfTheModel()
    {
        using var scope = NewDisposeScope();
        var module = Transformer(3);
        var (context, result) = Pruned.Run(module, 16, new BlockOptions { Count = 3, Criterion = BlockCriterion.Loss });
        Assert.Equal(0, result.Metrics["blocks_after"]);
        Assert.Equal(6, Assert.Single(context.Plans).Branches.Count);
        Assert.DoesNotContain(module.state_dict().Keys, name => name.StartsWith("blocks.", StringComparison.Ordinal));
        Assert.Equal([2, 10], module.forward(Noise.Input(2, 3, 16, 16)).shape);
    }

    [Fact]
    public void Run_AllProtected_IsRefused()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<PlanException>(() => Pruned.Run(Cifar(), 16, new BlockOptions { Count = 1, Ignore = ["layer*"] }));
        Assert.Contains("All 4 residual blocks of CifarResNet are protected", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BlockCriterion.Influence)]
    [InlineData(BlockCriterion.GateTaylor)]
    [InlineData(BlockCriterion.Loss)]
    public void Run_NotANumber_IsOneClearError(BlockCriterion criterion)
    {
        using var scope = NewDisposeScope();
        var module = Cifar();
        using (no_grad())
        {
            module.state_dict()["layer1.0.conv1.weight"].fill_(double.NaN);
        }

        var keys = module.state_dict().Count;
        var error = Assert.Throws<CriterionException>(() => Pruned.Run(module, 16, new BlockOptions { Count = 1, Criterion = criterion }));
        Assert.Contains("NaN", error.Message, StringComparison.Ordinal);
        Assert.Equal(keys, module.state_dict().Count);
    }

    [Fact]
    public void Run_ImagesOfAnotherSize_IsOneClearError()
    {
        using var scope = NewDisposeScope();
        using var data = Images.Of(32);
        var context = new MethodContext(Pruned.Trace(Transformer(2), 1, 3, 16, 16)) { Data = data };
        var error = Assert.Throws<CriterionException>(() => new BlockMethod(new BlockOptions { Count = 1 }).Run(context, default));
        Assert.Contains("[3, 32, 32]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_WrongOptions_AreNamed()
    {
        string Message(BlockOptions options) => Assert.Single(options.Problems()).Message;
        Assert.StartsWith("How much is to go?", Message(new BlockOptions()), StringComparison.Ordinal);
        Assert.StartsWith("Give one of", Message(new BlockOptions { Count = 1, Macs = "0.5" }), StringComparison.Ordinal);
        Assert.Contains("no budget", Message(new BlockOptions { Macs = "much" }), StringComparison.Ordinal);
        Assert.Contains("one round", Message(new BlockOptions { Count = 1, Between = new("nudge") }), StringComparison.Ordinal);
        Assert.Contains("'remove'", Message(new BlockOptions { Remove = ["a"], Ignore = ["b"] }), StringComparison.Ordinal);
        Assert.Empty(new BlockOptions { Ratio = 1 }.Problems());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Run_EndedAfterARound_GoesOnToTheSameBytes(int saves)
    {
        using var data = Images.Of(16);
        var options = new BlockOptions { Count = 4, Schedule = new() { Rounds = 3 }, Between = new("nudge"), Calibration = new() { Images = 4 } };
        static nn.Module Make() => Noise.Fill(new CifarResNet(20, 10, width: 4));
        var nudge = new Nudge();
        using var whole = new Run("cifar_resnet", new Parts(("nudge", nudge)), data, Make);
        var expected = new BlockMethod(options).Run(whole.Context, default);
        Assert.Equal(2, nudge.Calls);
        Assert.Equal(4, whole.Context.Plans.Sum(plan => plan.Branches.Count));

        using var run = new Run("cifar_resnet", new Parts(("nudge", new Nudge())), data, Make) { EndsAfter = saves };
        Assert.Throws<Interrupted>(() => new BlockMethod(options).Run(run.Context, default));
        run.Restart();
        var result = new BlockMethod(options).Run(run.Context, default);
        Assert.Equal(whole.State(), run.State());
        Assert.Equal(whole.Records, run.Records);
        Assert.Equal(expected.Summary, result.Summary);
        Assert.Equal(expected.Metrics, result.Metrics);
        Assert.Equal(expected.Sections.Count, result.Sections.Count);
    }

    [Theory]
    [InlineData("block", "snp")]
    [InlineData("snp", "block")]
    [InlineData("block", "channel")]
    [InlineData("channel", "block")]
    [InlineData("block", "channel", "snp", "block")]
    public void Run_WithOtherMethods_IsOneComposedPlan(params string[] methods)
    {
        using var scope = NewDisposeScope();
        using var data = Images.Of(16);
        var model = Pruned.Trace(Transformer(4), 1, 3, 16, 16);
        PruningPlan? plan = null;
        foreach (var name in methods)
        {
            IPruningMethod method = name switch
            {
                "block" => new BlockMethod(new BlockOptions { Count = 1, Granularity = BlockGranularity.Branch, Calibration = new() { Images = 4 } }),
                "snp" => new SnpMethod(new SnpOptions { Qk = 0.25, V = 0.25, Ffn = 0.25, Residual = 0.25, Images = 4, Batch = 2 }),
                _ => new ChannelMethod(new ChannelOptions { Ratio = 0.2, Criterion = new("l2") }),
            };
            var context = new MethodContext(model)
            {
                Data = data,
                Parts = new Parts(("l2", new L2Criterion(new()))),
                Applied = (after, applied) => (model, plan) = (after, plan is null ? applied : plan.Then(applied)),
            };
            method.Run(context, default);
        }

        Assert.Equal(methods.Count(name => name == "block"), plan!.Branches.Count);
        Assert.Equal(methods.Length, plan.Steps.Count);
        var fresh = Pruned.Trace(Transformer(4), 1, 3, 16, 16);
        using var whole = Surgeon.Apply(fresh, PlanJson.Read(PlanJson.Write(plan)));
        Assert.Equal(model.Fingerprint, whole.Model.Fingerprint);
        var x = Noise.Input(2, 3, 16, 16);
        var (one, other) = ((VisionTransformer)model.Module, (VisionTransformer)fresh.Module);
        Assert.Equal(0, (one.forward(x) - other.forward(x)).abs().max().item<float>());
    }

    [Fact]
    public void Load_CheckpointOfACutModel_IsTheSameModel()
    {
        using var scope = NewDisposeScope();
        var family = new VisionTransformerFamily(new VisionTransformerOptions { Width = 24, Heads = 3, Depth = 3, Patch = 4 });
        var request = new ModelRequest(10, 3, 16, 16);
        var module = Noise.Fill((VisionTransformer)family.Create(request).Module);
        var (context, _) = Pruned.Run(module, 16, new BlockOptions { Remove = ["blocks.1", "blocks.2.attn"] });
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors");
        try
        {
            var metadata = new CheckpointMetadata(new ModelOrigin(family.Name, null, request), context.Plans[0], context.Model.Inputs, context.Model.Fingerprint);
            Checkpoint.Save(path, context.Model, context.Masks, metadata);
            using var loaded = Checkpoint.Load(path, new Parts((family.Name, family)));
            var x = Noise.Input(2, 3, 16, 16);
            Assert.Equal(0, (module.forward(x) - ((VisionTransformer)loaded.Model.Module).forward(x)).abs().max().item<float>());
            Assert.DoesNotContain(loaded.Model.Module.state_dict().Keys, key => key.StartsWith("blocks.1.", StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static VisionTransformer Transformer(int depth)
    {
        var module = Noise.Fill(new VisionTransformer(16, 4, 10, 24, depth, 3));
        module.eval();
        return module;
    }

    private static CifarResNet Cifar() => Noise.Fill(new CifarResNet(14, 10, width: 4));

    private static void Zero(nn.Module module, params string[] names)
    {
        using var noGrad = no_grad();
        foreach (var name in names)
        {
            module.state_dict()[name].zero_();
        }
    }
}
