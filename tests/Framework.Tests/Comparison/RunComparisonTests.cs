using Espalier.Comparison;
using Espalier.Framework.Tests.Reports;
using Espalier.Framework.Tests.Weights;
using Espalier.Recipes;
using Espalier.Reports;
using Espalier.Runs;

namespace Espalier.Framework.Tests.Comparison;

/// <summary>Runs beside each other.</summary>
public sealed class RunComparisonTests
{
    [Fact]
    public void Of_SeedsOfTwoCriteria_AreTwoVariantsThatSayTheCriterion()
    {
        var variants = RunComparison.Of(
        [
            Run("seed: 1\nsteps: [ { channel: { macs: 50%, criterion: l1 } }, { finetune: { epochs: 2 } } ]", 85),
            Run("seed: 1\nsteps: [ { channel: { macs: 50%, criterion: taylor } }, { finetune: { epochs: 2 } } ]", 80),
            Run("seed: 2\nname: other\nsteps: [ { channel: { macs: 50%, criterion: l1 } }, { finetune: { epochs: 2 } } ]", 87),
        ]);

        Assert.Equal(["channel.criterion=l1", "channel.criterion=taylor"], variants.Select(variant => Assert.Single(variant.Settings)));
        Assert.Equal([2, 1], variants.Select(variant => variant.Runs.Count));
        Assert.Equal("86.00 ± 1.41", variants[0].Of(1, stage => stage.AccuracyPercent)!.ToString("F2"));
        Assert.Equal("80.0", variants[1].Of(1, stage => stage.AccuracyPercent)!.ToString("F1"));
        Assert.Null(variants[0].Of(2, stage => stage.AccuracyPercent));
        Assert.Null(variants[0].Of(1, stage => stage.Loss));
    }

    [Fact]
    public void Of_OtherMethods_SayAllOfTheirOptions()
    {
        var variants = RunComparison.Of(
        [
            Run("steps: [ { snp: { macs: 50%, images: 8 } }, finetune ]"), Run("steps: [ { head: { ratio: 0.5 } }, { snp: { macs: 50% } }, finetune ]"),
        ]);

        Assert.Equal(["snp.images=8", "snp.macs=50%", "steps[1]=finetune"], variants[0].Settings);
        Assert.Equal(["head.ratio=0.5", "snp.macs=50%", "steps[2]=finetune"], variants[1].Settings);
    }

    [Fact]
    public void Of_MethodThatRunsTwice_KeepsItsNumbers() => Assert.Equal(
        ["steps[1].finetune.lr=0.1", "steps[1].finetune.lr=0.2"],
        RunComparison.Of([Twice("0.1"), Twice("0.2")]).Select(variant => Assert.Single(variant.Settings)));

    [Fact]
    public void Of_SeedsOfParts_AreSeedsToo()
    {
        var variants = RunComparison.Of(
        [
            Run("steps: [ { channel: { criterion: { random: { seed: 1 } } } } ]"), Run("steps: [ { channel: { criterion: { random: { seed: 2 } } } } ]"),
            Run("steps: [ { channel: { criterion: random } } ]"), Run("steps: [ { channel: { criterion: l1 } } ]"),
        ]);

        Assert.Equal(["channel.criterion=random", "channel.criterion=l1"], variants.Select(variant => Assert.Single(variant.Settings)));
        Assert.Equal([3, 1], variants.Select(variant => variant.Runs.Count));
    }

    [Fact]
    public void Of_SameRecipes_AreOneVariantWithoutSettings()
    {
        var variant = Assert.Single(RunComparison.Of([Run("seed: 1"), Run("seed: 5"), Run("seed: 9")]));
        Assert.Empty(variant.Settings);
        Assert.Equal(3, variant.Runs.Count);
    }

    [Theory]
    [InlineData(5.0, double.NaN, 5.0)]
    [InlineData(2.0, 1.0, 1.0, 2.0, 3.0)]
    public void Of_Values_HaveMeanAndSampleDeviation(double mean, double deviation, params double[] values)
    {
        var spread = Spread.Of(values);
        Assert.Equal((mean, deviation, values.Length), (spread.Mean, spread.Deviation, spread.Count));
    }

    [Fact]
    public void Read_FolderWithoutARun_SaysSo()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("There is no run in", Assert.Throws<RunException>(() => RunOutcome.Read(folder.At("none"))).Message, StringComparison.Ordinal);
        File.WriteAllText(folder.At("run.json"), "{}");
        Assert.Contains("is not done", Assert.Throws<RunException>(() => RunOutcome.Read(folder.Path)).Message, StringComparison.Ordinal);
        File.WriteAllText(folder.At("report.json"), "{}");
        Assert.Contains("run.json", Assert.Throws<RunException>(() => RunOutcome.Read(folder.Path)).Message, StringComparison.Ordinal);
    }

    private static RunOutcome Twice(string rate) => Run($"steps: [ {{ finetune: {{ lr: 0.1 }} }}, {{ finetune: {{ lr: {rate} }} }} ]");

    private static RunOutcome Run(string recipe, double accuracy = 50) => new("", RecipeReader.Read(recipe, "recipe.yaml"), SampleReport.Of() with
    {
        Stages = [new ReportStage("dense", 10, 10, 40), new ReportStage("1", 5, 5, 20) { AccuracyPercent = accuracy }],
    });
}
