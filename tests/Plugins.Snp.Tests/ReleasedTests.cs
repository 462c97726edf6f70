using Espalier.Counting;
using Espalier.Graphs;
using Espalier.Models;
using Espalier.Planning;
using Espalier.Structures;
using Espalier.Surgery;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Plugins.Snp.Tests;

/// <summary>The four models that the authors released: widths, parameters and MACs from ratio files in their format.</summary>
public sealed class ReleasedTests
{
    [Theory]
    [InlineData("tiny", Rounding.Nearest, 3_013_109, 638_230_983)]
    [InlineData("small", Rounding.Nearest, 10_056_977, 2_037_024_826)]
    [InlineData("smaller", Rounding.Floor, 6_469_874, 1_265_472_504)]
    [InlineData("base", Rounding.Ceiling, 31_845_047, 6_381_416_584)]
    public void Plan_ReleasedRatios_HasPublishedCosts(string name, Rounding rounding, long parameters, long macs)
    {
        var released = Released.All[name];
        using var module = new VisionTransformer(width: released.Width, heads: released.Heads, attention: AttentionKind.Split);
        var model = TracedModel.Trace(module, InputSpec.Of(1, 3, 224, 224));
        var structure = ModelStructure.Find(model.Graphs);
        var layers = new SnpLayers(model, structure);
        var file = released.WriteRatios();
        try
        {
            var asked = SnpWidths.Of(SnpWidths.Ratios(model, new SnpOptions { RatioFile = file }, layers), rounding);
            var (plan, widths) = SnpMethod.Plan(new PruningPlanner(model, structure), layers, asked, null);
            using var small = Surgeon.Apply(model, plan);
            for (var b = 0; b < 12; b++)
            {
                int Width(string layer) => widths.Single(pair => pair.Key.Group.Name == $"blocks.{b}.{layer}").Value;
                Assert.Equal(released.Blocks[b], (Width("attn.q"), Width("attn.v"), Width("mlp.fc1")));
            }

            Assert.Equal(released.Kept, module.state_dict()["norm.weight"].shape[0]);
            var counts = ModelCounts.Of(small.Model);
            Assert.Equal(parameters, counts.Parameters);
            Assert.Equal(parameters, module.parameters().Sum(parameter => parameter.numel()));
            Assert.Equal(macs, counts.Macs);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Run_TinyRatioFile_HasPublishedCosts()
    {
        var file = Released.All["tiny"].WriteRatios();
        try
        {
            using var module = VisionTransformer.DeitTiny(attention: AttentionKind.Split);
            using var data = Images.Data(224, 1);
            var (_, result) = Images.Prune(module, 224, new SnpOptions { RatioFile = file, Images = 1 }, data);
            Assert.Equal((3_013_109, 638_230_983), (result.Metrics["parameters_after"], result.Metrics["macs_after"]));
            Assert.All(result.Goals, goal => Assert.True(goal.IsMet));
            using var logits = module.forward(zeros(1, 3, 224, 224));
            Assert.True(logits.isfinite().all().item<bool>());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Ratios_DenseCosts_ArePublished()
    {
        foreach (var (width, heads, parameters, macs) in new[]
        {
            (192, 3, 5_717_416L, 1_253_683_200L), (384, 6, 22_050_664L, 4_598_882_304L), (768, 12, 86_567_656L, 17_563_828_224L),
        })
        {
            using var module = new VisionTransformer(width: width, heads: heads, device: META);
            var counts = ModelCounts.Of(TracedModel.Trace(module, InputSpec.Of(1, 3, 224, 224)));
            Assert.Equal((parameters, macs), (counts.Parameters, counts.Macs));
        }
    }

    [Fact]
    public void Run_RatioFileForAnotherDepth_SaysBoth()
    {
        var file = Released.All["tiny"].WriteRatios();
        try
        {
            using var module = new VisionTransformer(16, 4, 10, 24, 2, 3, attention: AttentionKind.Split);
            var error = Assert.Throws<PlanException>(() => Images.Prune(module, 16, new SnpOptions { RatioFile = file }));
            Assert.Contains("12 blocks; the model has 2 attention layers", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("{\"matmul\": 1.0}", "less than 1")]
    [InlineData("{\"matmul\": -0.1}", "at least 0")]
    [InlineData("{\"relu\": 0.1}", "'relu', which names nothing")]
    [InlineData("{\"matmul\": \"a\"}", "no file of ratios")]
    [InlineData("[0.1]", "no file of ratios")]
    [InlineData("{", "no file of ratios")]
    public void Run_BadRatioFile_SaysWhy(string text, string message)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            using var module = new VisionTransformer(16, 4, 10, 24, 2, 3, attention: AttentionKind.Split);
            var error = Assert.Throws<PlanException>(() => Images.Prune(module, 16, new SnpOptions { RatioFile = file }));
            Assert.Contains(message, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
