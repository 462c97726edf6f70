using Espalier.Planning;

namespace Espalier.Models.Tests.Planning;

/// <summary>Selectors by names and kinds.</summary>
public sealed class LayerSelectorTests
{
    [Theory]
    [InlineData("blocks.*.mlp.fc1", "blocks.0.mlp.fc1 blocks.1.mlp.fc1")]
    [InlineData("blocks.0.mlp", "blocks.0.mlp.fc1 blocks.0.mlp.fc2")]
    [InlineData("**.fc?", "blocks.0.mlp.fc1 blocks.0.mlp.fc2 blocks.1.mlp.fc1 blocks.1.mlp.fc2")]
    [InlineData("blocks.1.mlp !blocks.*.mlp.fc2", "blocks.1.mlp.fc1")]
    [InlineData("pos_embed", "pos_embed")]
    [InlineData("@conv", "patch_embed.proj")]
    [InlineData("@linear !blocks", "head")]
    [InlineData("head.bias", "head")]
    public void Select_Patterns_GivesTheLayers(string patterns, string layers)
    {
        using var opened = new Opened("vision_transformer");
        var found = new LayerSelector(patterns.Split(' ')).Select(opened.Model);
        Assert.Equal(layers.Split(' '), found.Layers.Select(layer => layer.Path));
        Assert.Equal(patterns == "head.bias" ? ["head.bias"] : found.Layers.SelectMany(layer => layer.Parameters).Order(), found.Parameters.Order());
    }

    [Fact]
    public void Select_Kinds_OfAConvolutionalNet()
    {
        using var opened = new Opened("mobilenet_v2");
        var depthwise = new LayerSelector("@depthwise").Select(opened.Model);
        Assert.NotEmpty(depthwise.Layers);
        Assert.All(depthwise.Layers, layer => Assert.Equal(1, opened.Module.get_parameter(layer.Weight!)!.shape[1]));
        var all = new LayerSelector("@conv").Select(opened.Model).Layers;
        Assert.Equal(17, depthwise.Layers.Count);
        Assert.Equal(52, all.Count);
        Assert.Subset(all.Select(layer => layer.Path).ToHashSet(), depthwise.Layers.Select(layer => layer.Path).ToHashSet());
        Assert.NotEmpty(new LayerSelector("@norm").Select(opened.Model).Layers);
    }

    [Fact]
    public void Select_GroupName_SelectsTheGroup()
    {
        using var opened = new Opened("vision_transformer");
        string[] names = [.. opened.Structure.Groups.Select(group => group.Name)];
        var found = new LayerSelector("**#block").Select(opened.Model, names);
        Assert.Empty(found.Layers);
        Assert.Equal(opened.Structure.Groups.Where(group => group.Name.EndsWith("#block", StringComparison.Ordinal)), opened.Structure.Groups.Where(found.Contains));
    }

    [Fact]
    public void Select_AllButAModule_LeavesItsGroupsOut()
    {
        using var opened = new Opened("vision_transformer");
        string[] names = [.. opened.Structure.Groups.Select(group => group.Name)];
        var found = new LayerSelector("**", "!blocks.0").Select(opened.Model, names);
        Assert.False(found.Contains(opened.Structure.Group("blocks.0.mlp.fc1")));
        Assert.True(found.Contains(opened.Structure.Group("blocks.1.mlp.fc1")));
        Assert.Contains(names, name => name.StartsWith("blocks.0.attn", StringComparison.Ordinal) && name.EndsWith("#block", StringComparison.Ordinal));
        Assert.DoesNotContain(found.Groups, name => name.StartsWith("blocks.0.", StringComparison.Ordinal));
    }

    [Fact]
    public void Contains_LayerThatOnlyReads_DoesNotCount()
    {
        using var opened = new Opened("vision_transformer");
        var found = new LayerSelector("blocks.0.mlp.fc2").Select(opened.Model);
        Assert.False(found.Contains(opened.Structure.Group("blocks.0.mlp.fc1")));
        Assert.True(new LayerSelector("blocks.0.mlp.fc1").Select(opened.Model).Contains(opened.Structure.Group("blocks.0.mlp.fc1")));
    }

    [Theory]
    [InlineData("blocks.0.mlp.fc3", "blocks.0.mlp.fc1")]
    [InlineData("nothing_like_it", "patch_embed.proj")]
    [InlineData("@convolution", "@conv")]
    [InlineData("@depthwise", "linear")]
    [InlineData("!head", "'**'")]
    [InlineData(" ", "empty")]
    public void Select_Nothing_IsAnErrorWithTheWayOut(string pattern, string hint)
    {
        using var opened = new Opened("vision_transformer");
        var error = Assert.Throws<PlanException>(() => new LayerSelector(pattern).Select(opened.Model));
        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.5", true, 0.5)]
    [InlineData("47%", true, 0.47)]
    [InlineData("1", true, 1)]
    [InlineData("29.5M", false, 29_500_000)]
    [InlineData("1.2G", false, 1_200_000_000)]
    [InlineData("850000", false, 850_000)]
    public void Parse_Budget_IsAPartOrANumber(string text, bool isPart, double amount)
    {
        var budget = Budget.Parse(CostMeasure.Macs, text);
        Assert.Equal(isPart, budget.IsPart);
        Assert.Equal(amount, budget.Amount, 1e-9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("half")]
    [InlineData("-0.5")]
    [InlineData("0")]
    [InlineData("120%")]
    [InlineData("M")]
    [InlineData("NaN")]
    public void Parse_NoBudget_IsRefused(string text) => Assert.Throws<PlanException>(() => Budget.Parse(CostMeasure.Macs, text));
}
