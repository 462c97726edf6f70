using Espalier.Data;
using Espalier.Graphs;
using Espalier.Methods;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Framework.Tests.Training;

/// <summary>A model with a batch norm and dropout, and images that it can learn.</summary>
internal static class Toys
{
    public const int Classes = 6;

    /// <summary>A small convolutional network for images of [1, 6, 6].</summary>
    public static TracedModel Model(long seed = 1, double dropout = 0.2)
    {
        manual_seed(seed);
        var module = nn.Sequential(
            ("conv", nn.Conv2d(1, 4, 3, padding: 1)), ("bn", nn.BatchNorm2d(4)), ("relu", nn.ReLU()), ("flatten", nn.Flatten()),
            ("dropout", nn.Dropout(dropout)), ("head", nn.Linear(144, Classes)));
        return TracedModel.Trace(module, InputSpec.Of(1, 1, 6, 6));
    }

    /// <summary>Images with a bright row, whose place is the label, in noise.</summary>
    public static ImageSet Images(int count, int shift = 0)
    {
        var pixels = new byte[count * 36];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (image, row) = (i / 36, i / 6 % 6);
            pixels[i] = (byte)((row == image % Classes ? 150 : 0) + ((i + shift) * 7919 % 101));
        }

        var labels = Enumerable.Range(0, count).Select(i => (long)(i % Classes)).ToArray();
        return new ImageSet(
            "rows", tensor(pixels, [count, 1, 6, 6]), tensor(labels), [.. Enumerable.Range(0, Classes).Select(i => $"row {i}")],
            new Normalization([0.3], [0.3]));
    }

    /// <summary>48 images to train with, 24 to test.</summary>
    public static ModelData Data(bool validation = false) => new(
        Images(48), validation ? Images(30, 5) : null, Images(24, 11), new DataSettings { Batch = 16, EvaluationBatch = 10, Prefetch = 0 });

    /// <summary>Copies of a model's tensors by name.</summary>
    public static Dictionary<string, Tensor> Weights(nn.Module module) =>
        module.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.detach().clone());

    /// <summary>Whether two tensors are the same, bit by bit.</summary>
    public static bool Same(Tensor first, Tensor second) => first.shape.SequenceEqual(second.shape) && first.eq(second).all().item<bool>();

    /// <summary>Checks that two models have the same bits.</summary>
    public static void AssertEqual(IReadOnlyDictionary<string, Tensor> expected, IReadOnlyDictionary<string, Tensor> actual)
    {
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        Assert.All(expected, pair => Assert.True(Toys.Same(pair.Value, actual[pair.Key]), $"{pair.Key} differs"));
    }
}
