using Espalier.Attention;
using Espalier.Graphs;
using Espalier.Models;
using Espalier.Models.Tests.Reference;
using Espalier.Reports;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp.Tests;

/// <summary>What a report shows of a model's attention is what the model computes.</summary>
public sealed class AttentionMapsTests
{
    [Theory]
    [InlineData(AttentionKind.Fused)]
    [InlineData(AttentionKind.Split)]
    public void Of_VisionTransformer_IsTheClassTokensSoftmax(AttentionKind kind)
    {
        using var scope = NewDisposeScope();
        using var data = Images.Data(16, 12);
        var model = Noise.Fill(new VisionTransformer(16, 4, 10, 24, 2, 3, attention: kind));
        model.eval();
        var traced = TracedModel.Trace(model, InputSpec.Of(1, 3, 16, 16));
        var maps = AttentionMaps.Of(traced, data, CPU)!;
        Assert.Equal(["blocks.0.attn", "blocks.1.attn"], maps.Layers.Select(layer => layer.Name));
        Assert.Equal(AttentionMaps.Count, maps.Images.Count);
        Assert.Equal(maps.Images.Count, maps.Images.Select(image => data.Test.Labels[image].item<long>()).Distinct().Count());
        Assert.All(maps.Layers, layer => Assert.Equal(new TokenGrid(1, 4, 4), layer.Grid));
        Assert.All(maps.Layers.SelectMany(layer => layer.Rows).SelectMany(heads => heads), row => Assert.Equal(1, row.Sum(), 1e-5));

        // By hand: softmax(q k^T) of the first block's queries, which are scaled, and keys; the row of the class token.
        using var noGrad = no_grad();
        var site = AttentionFinder.Find(traced.Evaluation)[0];
        foreach (var (place, image) in maps.Images.Index())
        {
            var input = data.Test.Normalization.Apply(data.Test.Images.narrow(0, image, 1));
            Assert.Equal(model.forward(input).argmax(1).item<long>(), maps.Answers[place]);
            Tensor? query = null, key = null;
            var interpreter = new Execution.Interpreter(traced.Evaluation, model);
            interpreter.Observe(site.Query.Value, tensor => query = site.Query.Turn(tensor).to(float64));
            interpreter.Observe(site.Key.Value, tensor => key = site.Key.Turn(tensor).to(float64));
            interpreter.Run(input);
            var expected = query!.matmul(key!.transpose(-2, -1)).softmax(-1)[0].select(1, 0).contiguous().data<double>().ToArray();
            Assert.All(expected.Zip(maps.Layers[0].Rows[place].SelectMany(row => row)), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
            var mean = Enumerable.Range(0, 17).Select(token => (expected[token] + expected[17 + token] + expected[34 + token]) / 3);
            Assert.All(mean.Zip(maps.Layers[0].Mean(place)), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        }
    }

    [Fact]
    public void Of_Windows_IsTheirMeanWithoutPlaces()
    {
        using var scope = NewDisposeScope();
        using var data = Images.Data(32);
        var model = Noise.Fill(new SwinTransformer(32, [2, 2], [2, 4], 16, 4, classes: 10));
        model.eval();
        var maps = AttentionMaps.Of(TracedModel.Trace(model, InputSpec.Of(2, 3, 32, 32)), data, CPU)!;
        Assert.Equal([2, 2, 4, 4], maps.Layers.Select(layer => layer.Heads));
        // The first stage has four windows of 16 tokens, the second one.
        Assert.Equal([null, null, new TokenGrid(0, 4, 4), new TokenGrid(0, 4, 4)], maps.Layers.Select(layer => layer.Grid));
        Assert.All(maps.Layers.SelectMany(layer => layer.Rows).SelectMany(heads => heads), row => Assert.Equal((16, 1.0), (row.Count, Math.Round(row.Sum(), 5))));
        Assert.Equal(2, AttentionComparison.Of(maps, maps, data.Test)!.Plots.OfType<ImagesPlot>().Single().Rows[0].Count - 1);
    }

    [Fact]
    public void Of_NothingToLookAt_IsNull()
    {
        using var scope = NewDisposeScope();
        using var data = Images.Data(16);
        var model = TracedModel.Trace(Noise.Fill(new VisionTransformer(32, 4, 10, 24, 1, 3)), InputSpec.Of(1, 3, 32, 32));
        Assert.Null(AttentionMaps.Of(model, data, CPU));
        Assert.Null(AttentionMaps.Of(model, null, CPU));
        Assert.Null(AttentionMaps.Of(TracedModel.Trace(new Mlp(768, 10), InputSpec.Of(1, 3, 16, 16)), data, CPU));
        Assert.Null(AttentionComparison.Of(null, null, data.Test));
    }

    [Theory]
    [InlineData(197, 224, 224, 1, 14, 14)]
    [InlineData(198, 384, 384, 2, 14, 14)]
    [InlineData(196, 28, 28, 0, 14, 14)]
    [InlineData(33, 16, 32, 1, 4, 8)]
    public void Grid_OfAnImage_HasItsProportions(int tokens, int height, int width, int skipped, int rows, int columns) =>
        Assert.Equal(new TokenGrid(skipped, rows, columns), TokenGrid.Of(tokens, height, width));

    [Theory]
    [InlineData(200, 224, 224)]
    [InlineData(1, 224, 224)]
    [InlineData(17, 16, 32)]
    public void Grid_OfOtherCounts_IsNotKnown(int tokens, int height, int width) => Assert.Null(TokenGrid.Of(tokens, height, width));

    [Fact]
    public void Moved_Heads_IsTheShareThatIsElsewhere()
    {
        var dense = new AttentionMap("a", [[[0.5, 0.5, 0], [1, 0, 0], [0.2, 0.3, 0.5]], [[0, 1, 0], [0, 0, 1], [0.2, 0.3, 0.5]]], null);
        var pruned = new AttentionMap("a", [[[0.25, 0.5, 0.25], [0.2, 0.3, 0.5]], [[1, 0, 0], [0.2, 0.3, 0.5]]], null);
        Assert.Equal([(0.25 + 1) / 2, double.NaN, 0], AttentionComparison.Moved(dense, pruned, [0, 2]));
        Assert.Equal([0, 0, 0], AttentionComparison.Moved(dense, dense));
        Assert.All(AttentionComparison.Moved(dense, pruned), value => Assert.Equal(double.NaN, value));
        Assert.All(AttentionComparison.Moved(dense, null), value => Assert.Equal(double.NaN, value));
    }

    [Fact]
    public void Picture_LargeImage_IsTheMeanOfItsParts()
    {
        using var scope = NewDisposeScope();
        var image = arange(192 * 2).reshape(1, 2, 192).remainder(192).to_type(ScalarType.Byte);
        var picture = Picture.Of("x", image);
        Assert.Equal((96, 1, 1), (picture.Width, picture.Height, picture.Channels));
        // Means of 2 i and 2 i + 1, rounded to even.
        Assert.All(picture.Pixels.Index(), pixel => Assert.Equal(Math.Round((2 * pixel.Index) + 0.5), pixel.Item));
        Assert.Equal([0, 128, 255, 255], Picture.Of("x", [0, 0.1, 0.2, 0.4], 2, 0.2).Pixels);
        Assert.Equal([1, 2, 3, 4, 5, 6], Picture.Of("x", tensor(new byte[] { 1, 4, 2, 5, 3, 6 }, [3, 1, 2])).Pixels);
    }
}
