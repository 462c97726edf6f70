using System.Text.Json;
using Espalier.Framework.Tests.Motifs;
using Espalier.Graphs;
using Espalier.Structures;
using Espalier.Views;

namespace Espalier.Framework.Tests.Views;

/// <summary>Pictures of a graph and its groups.</summary>
public sealed class GraphViewTests
{
    private static GraphView View()
    {
        using var module = new CatOfResiduals();
        return GraphView.Of(ModelStructure.Find(TracedModel.Trace(module, InputSpec.Of(2, 3, 4, 4)).Graphs));
    }

    [Fact]
    public void Of_ResidualModel_SaysWhereTheGroupMeets()
    {
        var group = Assert.Single(View().Groups);
        Assert.Contains(group.Links, link => link.Text.Contains("aten::add.Tensor", StringComparison.Ordinal));
        Assert.Contains(group.Members, member => member is { Parameter: "head.weight", Dimension: 1, Width: 16, Role: MemberRole.Consumer });
    }

    [Fact]
    public void Write_Text_ListsOperatorsGroupsAndObstacles()
    {
        var text = GraphText.Write(View());
        Assert.Contains("aten::conv2d", text, StringComparison.Ordinal);
        Assert.Contains("stem: 8 x Channel", text, StringComparison.Ordinal);
        Assert.Contains("not cut because it is an output of the model", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Json_IsTheView()
    {
        using var json = JsonDocument.Parse(GraphJson.Write(View()));
        Assert.Equal("CatOfResiduals", json.RootElement.GetProperty("model").GetString());
        Assert.Equal(View().Nodes.Count, json.RootElement.GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public void Write_Dot_HasANodeAndAnEdgePerOperator()
    {
        var dot = GraphDot.Write(View());
        Assert.StartsWith("digraph model {", dot, StringComparison.Ordinal);
        Assert.Equal(View().Nodes.Count, dot.Split("fillcolor=").Length - 1);
        Assert.Equal(View().Nodes.Sum(node => node.Inputs.Count), dot.Split(" -> ").Length - 1);
    }

    [Fact]
    public void Write_Html_HoldsTheDataAndNothingFromElsewhere()
    {
        var html = GraphHtml.Write(View());
        Assert.Contains("\"model\":\"CatOfResiduals\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("__VIEW__", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
    }
}
