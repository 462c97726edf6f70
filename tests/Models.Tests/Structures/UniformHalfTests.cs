using Espalier.Graphs;
using Espalier.Planning;
using Espalier.Structures;
using Espalier.Surgery;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Models.Tests.Structures;

/// <summary>Parameter counts after cutting half of every width but the classifier's, which other tools publish.</summary>
public sealed class UniformHalfTests
{
    /// <summary>Kept width floor(c / 2) in every group.</summary>
    [Theory]
    [InlineData("resnet18", 11_689_512, 3_055_880)]
    [InlineData("resnet50", 25_557_032, 6_917_640)]
    [InlineData("mobilenet_v2", 3_504_872, 1_221_768)]
    [InlineData("densenet121", 7_978_856, 2_274_728)]
    [InlineData("densenet201", 20_013_928, 5_543_848)]
    public void Apply_HalfOfEveryWidth_LeavesThePublishedParameters(string name, long before, long after)
    {
        using nn.Module model = name switch
        {
            "resnet18" => ResNet.ResNet18(),
            "resnet50" => ResNet.ResNet50(),
            "mobilenet_v2" => MobileNetV2.Standard(),
            "densenet121" => DenseNet.DenseNet121(),
            _ => DenseNet.DenseNet201(),
        };
        Assert.Equal(before, Count(model));
        var traced = TracedModel.Trace(model, InputSpec.Of(1, 3, 224, 224));
        var plan = new PruningPlanner(traced, ModelStructure.Find(traced.Graphs)).PlanUniform(0.5);

        using var applied = Surgeon.Apply(traced, plan);

        Assert.Equal(after, Count(model));
    }

    private static long Count(nn.Module model) => model.parameters().Sum(parameter => parameter.numel());
}
