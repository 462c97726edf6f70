using Espalier.Counting;
using Espalier.Framework.Tests.Operators;
using Espalier.Symbolic;
using static Espalier.Framework.Tests.Operators.Input;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = Espalier.Symbolic.torch.nn.functional;
using S = Espalier.Symbolic.torch;

namespace Espalier.Framework.Tests.Counting;

/// <summary>The numbers that Torch-Pruning prints for torchvision's networks at 1 x 3 x 224 x 224, to the digit.</summary>
public sealed class PublishedCountsTests
{
    [Fact]
    public void ResNet18() => Check(ResNet([2, 2, 2, 2], bottleneck: false), 1_822_177_768, 11_689_512);

    [Fact]
    public void ResNet50() => Check(ResNet([3, 4, 6, 3], bottleneck: true), 4_121_925_096, 25_557_032);

    [Fact]
    public void DenseNet121() => Check(DenseNet([6, 12, 24, 16]), 2_882_620_136, 7_978_856);

    [Fact]
    public void MobileNetV2() => Check(MobileNet(), 320_237_288, 3_504_872);

    private static void Check(TestModel model, long macs, long parameters)
    {
        using (model)
        {
            var counts = ModelCounts.Of(model.Graph(false, Normal(1, 3, 224, 224)), MacConvention.TorchPruning);
            Assert.Equal(macs, counts.Macs);
            Assert.Equal(parameters, counts.Parameters);
        }
    }

    private static TestModel ResNet(int[] depths, bool bottleneck)
    {
        var stem = Sequential(("conv", Conv(3, 64, 7, 2)), ("norm", BatchNorm2d(64)), ("relu", ReLU()), ("pool", MaxPool2d(3, 2, 1)));
        var blocks = new List<TestModel>();
        long channels = 64;
        for (var stage = 0; stage < depths.Length; stage++)
        {
            for (var i = 0; i < depths[stage]; i++)
            {
                var (width, stride) = (64L << stage, stage > 0 && i == 0 ? 2 : 1);
                var result = bottleneck ? 4 * width : width;
                blocks.Add(Block(channels, width, result, stride, bottleneck));
                channels = result;
            }
        }

        return Chain(
            [("stem", stem), .. blocks.Select((block, i) => ($"block{i}", (Module)block)), ("pool", AdaptiveAvgPool2d(1)), ("flat", Flatten()),
                ("fc", Linear(channels, 1000))]);
    }

    private static TestModel Block(long channels, long width, long result, int stride, bool bottleneck)
    {
        List<(string, Module)> body = bottleneck
            ? [("conv1", Conv(channels, width, 1)), ("norm1", BatchNorm2d(width)), ("relu1", ReLU()), ("conv2", Conv(width, width, 3, stride)),
                ("norm2", BatchNorm2d(width)), ("relu2", ReLU()), ("conv3", Conv(width, result, 1)), ("norm3", BatchNorm2d(result))]
            : [("conv1", Conv(channels, width, 3, stride)), ("norm1", BatchNorm2d(width)), ("relu1", ReLU()), ("conv2", Conv(width, width, 3)),
                ("norm2", BatchNorm2d(width))];
        var inner = Chain([.. body]);
        var shortcut = stride != 1 || channels != result ? Chain([("conv", Conv(channels, result, 1, stride)), ("norm", BatchNorm2d(result))]) : null;
        var relu = ReLU();
        return new TestModel(
            (t, x) => [t.Call(relu, t.Call(inner, x[0]) + (shortcut is null ? x[0] : t.Call(shortcut, x[0])))], x => x,
            [("inner", inner), ("relu", relu), .. shortcut is null ? [] : new (string, object)[] { ("shortcut", shortcut) }]);
    }

    private static TestModel DenseNet(int[] depths)
    {
        const long growth = 32;
        var parts = new List<(string, Module)>
        {
            ("conv", Conv(3, 64, 7, 2)), ("norm", BatchNorm2d(64)), ("relu", ReLU()), ("pool", MaxPool2d(3, 2, 1)),
        };
        long channels = 64;
        for (var stage = 0; stage < depths.Length; stage++)
        {
            for (var i = 0; i < depths[stage]; i++)
            {
                var layer = Chain(
                [
                    ("norm1", BatchNorm2d(channels)), ("relu1", ReLU()), ("conv1", Conv(channels, 4 * growth, 1)), ("norm2", BatchNorm2d(4 * growth)),
                    ("relu2", ReLU()), ("conv2", Conv(4 * growth, growth, 3)),
                ]);
                parts.Add(($"layer{stage}_{i}", new TestModel((t, x) => [S.cat([x[0], t.Call(layer, x[0])], 1)], x => x, ("layer", layer))));
                channels += growth;
            }

            if (stage < depths.Length - 1)
            {
                parts.AddRange(
                [
                    ($"norm{stage}", BatchNorm2d(channels)), ($"relu{stage}", ReLU()), ($"conv{stage}", Conv(channels, channels / 2, 1)),
                    ($"pool{stage}", AvgPool2d(2, 2)),
                ]);
                channels /= 2;
            }
        }

        // The last activation and the mean are functions there, which do not count.
        parts.Add(("last", BatchNorm2d(channels)));
        var (features, head) = (Chain([.. parts]), Linear(channels, 1000));
        return new TestModel(
            (t, x) => [t.Call(head, F.adaptive_avg_pool2d(t.Call(features, x[0]).relu(), 1).flatten(1))], x => x, ("features", features), ("head", head));
    }

    private static TestModel MobileNet()
    {
        var parts = new List<(string, Module)>();
        void Add(Module module) => parts.Add(($"m{parts.Count}", module));
        Add(ConvNormRelu(3, 32, 3, 2));
        long channels = 32;
        foreach (var (expansion, width, repeats, first) in new[]
        {
            (1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1),
        })
        {
            for (var i = 0; i < repeats; i++)
            {
                var (hidden, stride) = (channels * expansion, i == 0 ? first : 1);
                List<(string, Module)> body = expansion == 1 ? [] : [("expand", ConvNormRelu(channels, hidden, 1))];
                var inner = Chain([.. body, ("depth", ConvNormRelu(hidden, hidden, 3, stride, hidden)), ("project", Conv(hidden, width, 1)), ("norm", BatchNorm2d(width))]);
                var adds = stride == 1 && channels == width;
                Add(new TestModel((t, x) => [adds ? x[0] + t.Call(inner, x[0]) : t.Call(inner, x[0])], x => x, ("inner", inner)));
                channels = width;
            }
        }

        Add(ConvNormRelu(channels, 1280, 1));
        var (features, head) = (Chain([.. parts]), Linear(1280, 1000));
        return new TestModel(
            (t, x) => [t.Call(head, F.adaptive_avg_pool2d(t.Call(features, x[0]), 1).flatten(1))], x => x, ("features", features), ("head", head));
    }

    private static TestModel ConvNormRelu(long from, long to, long kernel, long stride = 1, long groups = 1) =>
        Chain([("conv", Conv(from, to, kernel, stride, groups)), ("norm", BatchNorm2d(to)), ("relu", ReLU6())]);

    private static Module<Tensor, Tensor> Conv(long from, long to, long kernel, long stride = 1, long groups = 1) =>
        Conv2d(from, to, kernel, stride, (kernel - 1) / 2, groups: groups, bias: false);

    private static TestModel Chain((string Name, Module Part)[] parts) => new(
        (t, x) => [parts.Aggregate(x[0], (input, next) => t.Call(next.Part, input))], x => x, [.. parts.Select(p => (p.Name, (object)p.Part))]);
}
