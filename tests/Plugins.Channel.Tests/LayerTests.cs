using Espalier.Planning;
using Espalier.Plugins.Tests.Runs;

namespace Espalier.Plugins.Channel.Tests;

/// <summary>What holds for single layers.</summary>
public sealed class LayerTests
{
    [Fact]
    public void Run_IgnoredLayers_KeepTheirOutputsAndThoseTheyHangTogetherWith()
    {
        using var run = new Run("resnet_basic", Scores.Parts());
        var before = Widths(run);
        new ChannelMethod(new ChannelOptions { Ratio = 0.3, Ignore = ["layer2.0.conv2"] }).Run(run.Context, default);
        var after = Widths(run);
        Assert.Equal(before["layer2.0.conv2.weight"], after["layer2.0.conv2.weight"]);
        // The residual sums of the stage are all added to what the layer gives.
        Assert.Equal(before["layer2.1.conv2.weight"], after["layer2.1.conv2.weight"]);
        Assert.Equal(before["layer2.0.downsample.0.weight"], after["layer2.0.downsample.0.weight"]);
        Assert.Equal(before["fc.weight"], after["fc.weight"]);
        Assert.NotEqual(before, after);
    }

    [Fact]
    public void Run_EverythingIgnored_SaysThatNothingMayBeCut()
    {
        using var run = new Run("resnet_basic", Scores.Parts());
        var error = Assert.Throws<PlanException>(() => new ChannelMethod(new ChannelOptions { Ratio = 0.3, Ignore = ["**"] }).Run(run.Context, default));
        Assert.Contains("Nothing of ResNet may be cut", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Override_GivesALayerItsOwnRatio()
    {
        using var run = new Run("vgg", Scores.Parts());
        var groups = run.Context.Structure.Groups;
        var layer = groups[1].Name;
        var result = new ChannelMethod(new ChannelOptions
        {
            Macs = "0.7",
            Overrides = [new() { Layers = [layer], Ratio = 0.75 }, new() { Layers = [groups[2].Name], MaxRatio = 0 }],
        }).Run(run.Context, default);
        Assert.True(result.Goals[0].IsMet);
        Assert.Equal(Math.Floor(result.Metrics[$"width_before/{layer}"] * 0.25), result.Metrics[$"width_after/{layer}"]);
        Assert.Equal(groups[2].Count, result.Metrics[$"width_after/{groups[2].Name}"]);
    }

    [Fact]
    public void Run_MaxRatio_HoldsForEveryLayer()
    {
        using var run = new Run("cifar_resnet", Scores.Parts());
        var result = new ChannelMethod(new ChannelOptions { Macs = "0.6", MaxRatio = 0.5, Normalization = Espalier.Criteria.ScoreNormalization.None })
            .Run(run.Context, default);
        Assert.All(
            result.Metrics.Where(pair => pair.Key.StartsWith("width_before/", StringComparison.Ordinal)),
            pair => Assert.True(result.Metrics[pair.Key.Replace("before", "after", StringComparison.Ordinal)] >= pair.Value / 2));
    }

    [Fact]
    public void Run_Scopes_AllLoseTheSamePart()
    {
        using var run = new Run("resnet_bottleneck", Scores.Parts());
        var result = new ChannelMethod(new ChannelOptions
        {
            Ratio = 0.5,
            Ranking = ChannelRanking.Scope,
            Scopes = [["layer1"], ["layer2", "layer3"]],
        }).Run(run.Context, default);
        foreach (var scope in new[] { "layer1.", "layer2.|layer3." })
        {
            var names = result.Metrics.Keys.Where(key => scope.Split('|').Any(part => key.StartsWith($"width_before/{part}", StringComparison.Ordinal))).ToArray();
            var dense = names.Sum(name => result.Metrics[name]);
            var now = names.Sum(name => result.Metrics[name.Replace("before", "after", StringComparison.Ordinal)]);
            Assert.InRange(now / dense, 0.4, 0.5);
        }
    }

    [Theory]
    [InlineData("layer1.0.conv9", "layer1.0.conv1")]
    [InlineData("@pool", "@conv")]
    public void Run_SelectorOfNothing_NamesWhatIsClose(string selector, string close)
    {
        using var run = new Run("resnet_basic", Scores.Parts());
        var error = Assert.Throws<PlanException>(() => new ChannelMethod(new ChannelOptions { Ratio = 0.3, Ignore = [selector] }).Run(run.Context, default));
        Assert.Contains(selector, error.Message, StringComparison.Ordinal);
        Assert.Contains(close, error.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, long> Widths(Run run) =>
        run.Context.Model.Module.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter.shape[0]);
}
