using Espalier.Criteria;
using Espalier.Execution;
using Espalier.Graphs;
using Espalier.Methods;
using Espalier.Models;
using Espalier.Models.Tests.Reference;
using Espalier.Plugins.Tests.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Block.Tests;

/// <summary>Scores against explicit computations.</summary>
public sealed class ScoreTests
{
    private static readonly CalibrationOptions Eight = new() { Images = 8 };

    [Fact]
    public void Similarity_KnownVectors_IsTheMeanCosine()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new double[,] { { 1, 0 }, { 3, 4 }, { 0, 0 }, { 0, 0 }, { 1, 2 } });
        var y = tensor(new double[,] { { 1, 1 }, { -3, -4 }, { 0, 0 }, { 1, 0 }, { 10, 20 } });
        Assert.Equal((Math.Sqrt(0.5) - 1 + 1 + 0 + 1) / 5, InfluenceRanking.Similarity(x, y, 1), 1e-12);
        Assert.Equal(1, InfluenceRanking.Similarity(x, x, 1));
    }

    [Theory]
    [InlineData(BlockGranularity.Branch, "blocks.0.attn blocks.0.mlp blocks.1.attn blocks.1.mlp")]
    [InlineData(BlockGranularity.Block, "blocks.0 blocks.1")]
    public void Influence_Transformer_IsOneMinusTheCosineOfEveryToken(BlockGranularity granularity, string names)
    {
        using var scope = NewDisposeScope();
        var module = Transformer();
        var (context, data) = Open(module, 16);
        var units = BlockUnits.Candidates(context, new BlockOptions { Granularity = granularity }, []);
        Assert.Equal(names.Split(' '), units.Select(unit => unit.Name));
        var ranking = new InfluenceRanking(new BlockPass(context, Eight));
        var order = ranking.Order(units, default).ToArray();
        Assert.Equal(units.OrderBy(unit => ranking.Scores[unit]), order);
        foreach (var unit in units)
        {
            double sum = 0;
            var count = 0;
            foreach (var image in ImagesOf(data, context))
            {
                Tensor? before = null, after = null;
                var interpreter = new Interpreter(context.Model.Evaluation, module);
                interpreter.Observe(unit.Start, tensor => before = tensor.clone());
                interpreter.Observe(unit.End, tensor => after = tensor.clone());
                interpreter.Run(image);
                var (x, y) = (before!.data<double>().ToArray(), after!.data<double>().ToArray());
                for (var token = 0; token < x.Length / 24; token++, count++)
                {
                    var (xs, ys) = (x.AsSpan(token * 24, 24).ToArray(), y.AsSpan(token * 24, 24).ToArray());
                    sum += xs.Zip(ys, (a, b) => a * b).Sum() / Math.Sqrt(xs.Sum(a => a * a) * ys.Sum(b => b * b));
                }
            }

            Assert.Equal(8 * 17, count);
            Assert.Equal(1 - (sum / count), ranking.Scores[unit], 1e-12);
            Assert.InRange(ranking.Scores[unit], 1e-6, 2);
        }
    }

    [Fact]
    public void Influence_Convolutions_LooksAtTheChannelsOfEveryPosition()
    {
        using var scope = NewDisposeScope();
        var (context, data) = Open(Noise.Fill(new CifarResNet(14, 10, width: 4)).to(float64), 16);
        var units = BlockUnits.Candidates(context, new BlockOptions(), []);
        Assert.Equal(["layer1.0", "layer1.1", "layer2.1", "layer3.1"], units.Select(unit => unit.Name));
        Assert.All(units, unit => Assert.Equal(1, unit.FeatureDimension(context.Structure)));
        var ranking = new InfluenceRanking(new BlockPass(context, Eight));
        _ = ranking.Order(units, default).Count();
        var unit = units[2];
        double sum = 0;
        foreach (var image in ImagesOf(data, context))
        {
            Tensor? before = null, after = null;
            var interpreter = new Interpreter(context.Model.Evaluation, context.Model.Module);
            interpreter.Observe(unit.Start, tensor => before = tensor.clone());
            interpreter.Observe(unit.End, tensor => after = tensor.clone());
            interpreter.Run(image);
            foreach (var (h, w) in from h in Enumerable.Range(0, 8) from w in Enumerable.Range(0, 8) select (h, w))
            {
                var (x, y) = (before![0, TensorIndex.Colon, h, w], after![0, TensorIndex.Colon, h, w]);
                var norms = x.norm().item<double>() * y.norm().item<double>();
                sum += norms > 0 ? (x * y).sum().item<double>() / norms : x.norm().item<double>() == y.norm().item<double>() ? 1 : 0;
            }
        }

        Assert.Equal(1 - (sum / (8 * 64)), ranking.Scores[unit], 1e-12);
    }

    [Fact]
    public void FeatureDimension_TokensThatAreConvolved_IsTheLast()
    {
        using var scope = NewDisposeScope();
        var context = new MethodContext(Pruned.Trace(Noise.Fill(new MixedTokens()), 1, 7, 5));
        var unit = Assert.Single(BlockUnits.Candidates(context, new BlockOptions(), []));
        Assert.Equal(2, unit.FeatureDimension(context.Structure));
    }

    [Fact]
    public void Order_EqualScores_IsThatOfTheModel()
    {
        // Branches that add nothing: all score zero, and without any of them the loss is the same.
        using var scope = NewDisposeScope();
        var module = Transformer();
        using (no_grad())
        {
            foreach (var (name, tensor) in module.state_dict().Where(entry => entry.Key.Contains(".proj.", StringComparison.Ordinal) || entry.Key.Contains(".fc2.", StringComparison.Ordinal)))
            {
                _ = name.StartsWith("patch_embed", StringComparison.Ordinal) ? tensor : tensor.zero_();
            }
        }

        var (context, _) = Open(module, 16);
        var units = BlockUnits.Candidates(context, new BlockOptions { Granularity = BlockGranularity.Branch }, []);
        var pass = new BlockPass(context, Eight);
        foreach (IBlockRanking ranking in new IBlockRanking[] { new InfluenceRanking(pass), new GateTaylorRanking(pass), new LossRanking(pass) })
        {
            Assert.Equal(units, ranking.Order(units, default));
            Assert.All(units, unit => Assert.Equal(0, ranking.Scores[unit], 1e-12));
        }
    }

    [Theory]
    [InlineData(BlockGranularity.Branch)]
    [InlineData(BlockGranularity.Block)]
    public void GateTaylor_EveryImage_EqualsFiniteDifferenceOfTheGate(BlockGranularity granularity)
    {
        using var scope = NewDisposeScope();
        var module = Transformer();
        var (context, data) = Open(module, 16);
        var units = BlockUnits.Candidates(context, new BlockOptions { Granularity = granularity }, []);
        var ranking = new GateTaylorRanking(new BlockPass(context, Eight));
        _ = ranking.Order(units, default).Count();
        var images = ImagesOf(data, context).Zip(Labels(data, context)).ToArray();
        foreach (var unit in units)
        {
            var sum = 0.0;
            foreach (var (image, label) in images)
            {
                double Loss(double gate)
                {
                    Tensor? start = null;
                    var interpreter = new Interpreter(context.Model.Evaluation, module);
                    interpreter.Observe(unit.Start, tensor => start = tensor.clone());
                    interpreter.Replace(unit.End, tensor => start! + (gate * (tensor - start!)));
                    return nn.functional.cross_entropy(interpreter.Run(image)[0], label).item<double>();
                }

                sum += Math.Abs((Loss(1 + 1e-5) - Loss(1 - 1e-5)) / 2e-5);
            }

            Assert.Equal(sum / 8, ranking.Scores[unit], 1e-7);
            Assert.True(ranking.Scores[unit] > 1e-4);
        }
    }

    [Theory]
    [InlineData(BlockGranularity.Branch)]
    [InlineData(BlockGranularity.Block)]
    public void Loss_GreedyOrder_EqualsBruteForceBySurgery(BlockGranularity granularity)
    {
        using var scope = NewDisposeScope();
        var (context, data) = Open(Transformer(), 16);
        var units = BlockUnits.Candidates(context, new BlockOptions { Granularity = granularity }, []);
        var ranking = new LossRanking(new BlockPass(context, Eight));
        var order = ranking.Order(units, default).ToArray();
        var images = ImagesOf(data, context).Zip(Labels(data, context)).ToArray();

        double Loss(IEnumerable<BlockUnit> gone)
        {
            var model = Pruned.Trace(Transformer(), 1, 3, 16, 16);
            model = Pruned.Without(model, [.. gone.SelectMany(unit => unit.Branches).Select(branch => branch.Name)]);
            var forward = (nn.Module<Tensor, Tensor>)model.Module;
            return images.Average(pair => nn.functional.cross_entropy(forward.forward(pair.First), pair.Second).item<double>());
        }

        var dense = Loss([]);
        var gone = new List<BlockUnit>();
        foreach (var next in order)
        {
            var losses = units.Except(gone).ToDictionary(unit => unit, unit => Loss([.. gone, unit]));
            if (gone.Count == 0)
            {
                Assert.All(losses, pair => Assert.Equal(pair.Value - dense, ranking.Scores[pair.Key], 1e-10));
            }

            Assert.Equal(losses.MinBy(pair => pair.Value).Key.Name, next.Name);
            gone.Add(next);
        }

        Assert.Equal(units.Count, gone.Count);
    }

    private static VisionTransformer Transformer()
    {
        var module = Noise.Fill(new VisionTransformer(16, 4, 10, 24, 2, 3)).to(float64);
        module.eval();
        return module;
    }

    private static (MethodContext Context, Data.ModelData Data) Open(nn.Module module, int size)
    {
        module.eval();
        var data = Images.Of(size);
        return (new MethodContext(Pruned.Trace(module, 1, 3, size, size)) { Data = data }, data);
    }

    private static Tensor[] ImagesOf(Data.ModelData data, MethodContext context) =>
        [.. data.Calibration(8, context.Seed).SelectMany(batch => batch.Images.to(float64).split(1, 0))];

    private static Tensor[] Labels(Data.ModelData data, MethodContext context) =>
        [.. data.Calibration(8, context.Seed).SelectMany(batch => batch.Labels.clone().split(1, 0))];
}
