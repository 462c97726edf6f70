using Espalier.Criteria;
using Espalier.Planning;
using Espalier.Plugins.Criteria;
using Espalier.Plugins.Patterns;
using Espalier.Plugins.Tests.Runs;
using static TorchSharp.torch;

namespace Espalier.Plugins.Mask.Tests;

/// <summary>Masks: exact zeros, exact densities, layers, rounds.</summary>
public sealed class MaskTests
{
    private static Parts Parts(params (string, object)[] more) => new(
    [
        ("l1", new L1Criterion(new())), ("taylor", new TaylorCriterion(new())), ("wanda", new WandaCriterion(new())), ("bn-scale", new BnScaleCriterion(new())),
        ("n:m", new NmPattern(new())), ("block", new BlockPattern(new() { Rows = 2, Columns = 2 })), ("unstructured", new UnstructuredPattern(new() { Sparsity = 0.7 })),
        .. more,
    ]);

    [Theory]
    [InlineData("vision_transformer", "l1")]
    [InlineData("vision_transformer", "taylor")]
    [InlineData("vision_transformer", "wanda")]
    public void Run_TwoOfFour_ZeroesExactlyHalfOfEveryGroup(string model, string score)
    {
        using var data = Images.Of(16);
        using var run = new Run(model, Parts(), data);
        var result = new MaskMethod(new MaskOptions { Pattern = new("n:m"), Score = new(score), Calibration = new() { Images = 8 } }).Run(run.Context, default);
        using var scope = NewDisposeScope();
        var pattern = new NmPattern(new());
        var weights = run.Context.Model.Module.state_dict();
        Assert.NotEmpty(run.Context.Masks.Masks);
        foreach (var (name, mask) in run.Context.Masks.Masks)
        {
            Assert.True(pattern.IsLegal(mask));
            Assert.Equal(mask.numel() / 2, mask.sum().item<long>());
            Assert.Equal(0, weights[name].masked_select(mask.logical_not()).count_nonzero().item<long>());
            Assert.Equal(mask.numel() / 2, weights[name].count_nonzero().item<long>());
        }

        Assert.Equal(50, result.Metrics["density_percent"]);
        Assert.True(result.Goals[0].IsMet);
    }

    [Fact]
    public void Run_OneSparsityForAll_KeepsTheLargestWeightsOfTheModel()
    {
        using var run = new Run("mlp", Parts());
        using var scope = NewDisposeScope();
        var before = run.Context.Model.Module.state_dict().Where(entry => entry.Key.EndsWith("weight", StringComparison.Ordinal))
            .SelectMany(entry => entry.Value.abs().data<float>().ToArray()).OrderDescending().ToArray();
        var result = new MaskMethod(new MaskOptions { Sparsity = 0.8 }).Run(run.Context, default);
        var kept = (int)Math.Floor((before.Length * 0.2) + 1e-9);
        var after = run.Context.Masks.Masks.Keys.SelectMany(name => run.Context.Model.Module.state_dict()[name].abs().data<float>().ToArray())
            .Where(weight => weight > 0).OrderDescending();
        Assert.Equal(before[..kept], after);
        Assert.Equal(kept, result.Metrics["weights_kept"]);
        Assert.True(result.Metrics.Where(pair => pair.Key.StartsWith("density_percent/", StringComparison.Ordinal)).Select(pair => pair.Value).Distinct().Count() > 1);
    }

    [Fact]
    public void Run_PatternPerLayer_GivesEveryLayerItsDensity()
    {
        using var run = new Run("mlp", Parts());
        new MaskMethod(new MaskOptions { Pattern = new("unstructured") }).Run(run.Context, default);
        Assert.All(run.Context.Masks.Masks.Values, mask => Assert.Equal(
            Math.Floor((mask.numel() * 0.3) + 1e-9), mask.to(float64).sum().item<double>()));
    }

    [Fact]
    public void Run_ShapeThatCannotHaveThePattern_StaysDenseOrIsAnError()
    {
        using var run = new Run("cifar_resnet", Parts());
        var result = new MaskMethod(new MaskOptions { Pattern = new("n:m") }).Run(run.Context, default);
        // The first convolution has three inputs.
        Assert.Equal(1, result.Metrics["layers_skipped"]);
        Assert.DoesNotContain("conv1.weight", run.Context.Masks.Masks.Keys);
        using var strict = new Run("cifar_resnet", Parts());
        var error = Assert.Throws<PlanException>(() => new MaskMethod(new MaskOptions { Pattern = new("n:m"), Strict = true }).Run(strict.Context, default));
        Assert.Contains("'conv1'", error.Message, StringComparison.Ordinal);
        Assert.True(strict.Context.Masks.IsEmpty);
    }

    [Fact]
    public void Run_LayersAndIgnore_MaskNoOthers()
    {
        using var run = new Run("vision_transformer", Parts());
        new MaskMethod(new MaskOptions { Sparsity = 0.5, Layers = ["blocks.*.mlp", "@conv"], Ignore = ["blocks.1"] }).Run(run.Context, default);
        Assert.Equal(["blocks.0.mlp.fc1.weight", "blocks.0.mlp.fc2.weight", "patch_embed.proj.weight"], run.Context.Masks.Masks.Keys);
    }

    [Fact]
    public void Run_EverythingIgnored_SaysSo()
    {
        using var run = new Run("mlp", Parts());
        var error = Assert.Throws<PlanException>(() => new MaskMethod(new MaskOptions { Sparsity = 0.5, Ignore = ["**"] }).Run(run.Context, default));
        Assert.Contains("no weight to mask", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ScoreOfUnits_SaysWhichScoresThereAre()
    {
        using var run = new Run("cifar_resnet", Parts(("units", new UnitsOnly())));
        var error = Assert.Throws<CriterionException>(() => new MaskMethod(new MaskOptions { Sparsity = 0.5, Score = new("units") }).Run(run.Context, default));
        Assert.Contains("'units'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_Rounds_GoDownAndNeverComeBack(bool isPattern)
    {
        var options = Gradual(isPattern);
        using var run = new Run("vision_transformer", Parts(("nudge", new Nudge())));
        var result = new MaskMethod(options).Run(run.Context, default);
        var kept = run.Records.Select(record => double.Parse(record.Values.Split(["weights_kept=", ", "], StringSplitOptions.None)[1], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(3, kept.Length);
        Assert.True(kept[0] > kept[1] && kept[1] > kept[2]);
        Assert.Equal(50, result.Metrics["density_percent"], 3);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    [InlineData(false, 3)]
    public void Run_EndedAfterARound_GoesOnToTheSameBytes(bool isPattern, int saves)
    {
        var options = Gradual(isPattern);
        using var whole = new Run("vision_transformer", Parts(("nudge", new Nudge())));
        var expected = new MaskMethod(options).Run(whole.Context, default);
        using var run = new Run("vision_transformer", Parts(("nudge", new Nudge()))) { EndsAfter = saves };
        Assert.Throws<Interrupted>(() => new MaskMethod(options).Run(run.Context, default));
        run.Restart();
        var result = new MaskMethod(options).Run(run.Context, default);
        Assert.Equal(whole.State(), run.State());
        Assert.Equal(expected.Metrics, result.Metrics);
        Assert.Equal(whole.Records, run.Records);
    }

    [Fact]
    public void Problems_OfOptions_AreAllNamed()
    {
        Assert.Single(new MaskOptions().Problems());
        Assert.Single(new MaskOptions { Sparsity = 0.5, Pattern = new("n:m") }.Problems());
        Assert.Equal("Between", Assert.Single(new MaskOptions { Sparsity = 0.5, Between = new("finetune") }.Problems()).Option);
        Assert.Empty(new MaskOptions { Sparsity = 0.5 }.Problems());
    }

    private static MaskOptions Gradual(bool isPattern) => new()
    {
        Sparsity = isPattern ? null : 0.5,
        Pattern = isPattern ? new("n:m") : null,
        Schedule = new() { Rounds = 3, Curve = CutCurve.Cubic },
        Between = new("nudge"),
    };

    private sealed class UnitsOnly : IImportanceCriterion
    {
        public string Name => "units";

        public CriterionNeeds Needs => CriterionNeeds.None;

        public IReadOnlyList<double> Score(Espalier.Structures.IStructureGroup group, ScoringContext context) => new double[group.Count];
    }
}
