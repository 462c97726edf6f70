using Espalier.Weights;
using TorchSharp;

namespace Espalier.Models.Tests.Weights;

/// <summary>The ResNets for CIFAR-10 that their author published, in legacy checkpoints.</summary>
public sealed class PublishedWeightsTests
{
    [CheckpointTheory]
    [InlineData("resnet20-12fca82f.th", 20, 0.9178, 269_722)]
    [InlineData("resnet32-d509ac18.th", 32, 0.9263, 464_154)]
    [InlineData("resnet44-014dd654.th", 44, 0.9310, 658_586)]
    [InlineData("resnet56-4bfd9763.th", 56, 0.9339, 853_018)]
    public void Load_PublishedResNet_FillsTheModel(string name, int depth, double accuracy, long parameters)
    {
        using var scope = torch.NewDisposeScope();
        using var model = new CifarResNet(depth);
        var path = Path.Combine(CheckpointTheoryAttribute.Folder!, name);
        using var whole = WeightFile.Open(path);
        using var file = WeightFile.Open(path, new WeightFileOptions { Section = "state_dict" });

        var result = WeightLoader.Load(model, file, new NameMapping([new NameRule.StripPrefix("module.")]));

        Assert.Equal(accuracy, double.Parse(whole.Metadata["best_prec1"], System.Globalization.CultureInfo.InvariantCulture) / 100, 3e-3);
        Assert.Equal(parameters, model.parameters().Sum(parameter => parameter.numel()));
        Assert.All(result.Missing, missing => Assert.EndsWith("num_batches_tracked", missing, StringComparison.Ordinal));
        Assert.Empty(result.Surplus);
        // A network that was trained: its normalizations have seen images.
        Assert.True(model.state_dict()["bn1.running_var"].sub(1).abs().max().item<float>() > 0.01f);
    }
}
