using System.Security.Cryptography;
using System.Text;
using Espalier.Models.Tests.Reference;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Espalier.Models.Tests;

/// <summary>Counts, names, shapes and answers are those of PyTorch's own models.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, Func<nn.Module<Tensor, Tensor>>> Models = new()
    {
        ["cifar_resnet20"] = () => CifarResNet.ResNet20(),
        ["cifar_resnet56"] = () => CifarResNet.ResNet56(),
        ["cifar_resnet20_convolution"] = () => CifarResNet.ResNet20(shortcut: CifarShortcut.Convolution),
        ["resnet18"] = () => ResNet.ResNet18(),
        ["resnet34"] = () => ResNet.ResNet34(),
        ["resnet50"] = () => ResNet.ResNet50(),
        ["resnet101"] = () => ResNet.ResNet101(),
        ["densenet121"] = () => DenseNet.DenseNet121(),
        ["densenet169"] = () => DenseNet.DenseNet169(),
        ["densenet201"] = () => DenseNet.DenseNet201(),
        ["mobilenet_v2"] = () => MobileNetV2.Standard(),
        ["shufflenet_v2_x0_5"] = () => ShuffleNetV2.Half(),
        ["shufflenet_v2_x1_0"] = () => ShuffleNetV2.Standard(),
        ["vgg11_bn_narrow"] = () => Vgg.Vgg11(hidden: 64),
        ["swin_t"] = () => SwinTransformer.Tiny(),
        ["deit_tiny"] = () => VisionTransformer.DeitTiny(),
        ["deit_small"] = () => VisionTransformer.DeitSmall(),
        ["deit_base"] = () => VisionTransformer.DeitBase(),
    };

    public static TheoryData<string> Names => [.. Models.Keys];

    [Fact]
    public void EveryReferenceIsCompared() => Assert.Equal(Expectation.All.Keys.Order(), Models.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void AnswersAsPyTorchDoes(string name)
    {
        var expected = Expectation.All[name];
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        using var model = Noise.Fill(Models[name]());
        model.eval();

        Assert.Equal(expected.Parameters, model.parameters().Sum(parameter => parameter.numel()));
        var keys = model.state_dict().Select(entry => $"{entry.Key} [{string.Join(", ", entry.Value.shape)}]").Order(StringComparer.Ordinal);
        var lines = string.Join('\n', keys);
        Assert.Equal(expected.Keys, lines.Count('\n') + 1);
        Assert.True(
            expected.KeysHash == Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines))),
            $"Names or shapes differ from `make_logits.py --keys {name}`:\n{lines}");

        var logits = model.forward(Noise.Input(1, 3, expected.Size, expected.Size)).to(ScalarType.Float64).data<double>().ToArray();
        Assert.InRange(Length(logits) / expected.Norm, 1 - 1e-4, 1 + 1e-4);
        var first = logits.Take(expected.Logits.Length).ToArray();
        Assert.InRange(Length(first.Zip(expected.Logits, (a, b) => a - b)) / Length(expected.Logits), 0, 1e-4);
    }

    private static double Length(IEnumerable<double> vector) => Math.Sqrt(vector.Sum(x => x * x));
}
