using Espalier.Execution;
using Espalier.Graphs;
using Espalier.Operators;
using TorchSharp.Modules;
using static Espalier.Framework.Tests.Operators.Input;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Framework.Tests.Operators;

/// <summary>The graph of each of TorchSharp's modules must run to what the module itself computes.</summary>
public sealed class ModuleTraceTests
{
    private static readonly Dictionary<string, (Func<Module> Make, Input[] Inputs)> Cases = All()
        .ToDictionary(one => one.Name, one => (one.Make, one.Inputs));

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void RunsLikeTheModule(string name)
    {
        var (make, inputs) = Cases[name];
        using var scope = NewDisposeScope();
        manual_seed(2);
        using var module = make();
        // Whether RReLU is random in training depends on TorchSharp's version.
        foreach (var training in name == "RReLU" ? [false] : new[] { false, true })
        {
            module.train(training);
            Tensor[] tensors = [.. inputs.Select(input => input.Make())];
            var graph = Trace(module, training, inputs);
            manual_seed(3);
            var actual = new Interpreter(graph, module).Run(tensors);
            manual_seed(3);
            var expected = module is Module<Tensor, Tensor, Tensor> two ? two.call(tensors[0], tensors[1]) : ((Module<Tensor, Tensor>)module).call(tensors[0]);
            Assert.Equal(expected.shape, graph.Outputs[0].Shape);
            Assert.Equal(expected.dtype, graph.Outputs[0].DType);
            Assert.True(allclose(actual[0], expected, 1e-5, 1e-6), $"{name} (training: {training}): the numbers differ.");
        }
    }

    [Fact]
    public void EveryTypeHasACase()
    {
        var covered = Cases.Values.Select(one =>
        {
            using var module = one.Make();
            return module.GetType();
        });
        Type[] missing = [.. ModuleTraces.Types.Except(covered).Where(type => type.Assembly == typeof(Linear).Assembly && type.Name != "MultiheadAttention")];
        Assert.Empty(missing);
    }

    [Fact]
    public void AModuleWithoutTraceIsNamedWithWaysOut()
    {
        using var unknown = new Recurrent();
        using var model = new TestModel((t, x) => [t.Call(unknown, x[0])], x => x, ("inner", unknown));
        var error = Assert.Throws<TraceException>(() => model.Graph(false, Normal(1, 2, 4)));
        Assert.Contains("'inner'", error.Message, StringComparison.Ordinal);
        foreach (var wayOut in new[] { "a Recurrent,", "[PrunableModel]", "[TraceWith]", "[Opaque]", "ModuleTraces.Register<Recurrent>" })
        {
            Assert.Contains(wayOut, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AttentionWithHiddenHeadsIsRefused()
    {
        using var attention = MultiheadAttention(4, 2);
        using var model = new TestModel((t, x) => [t.Call(attention, x[0], x[0], x[0])], x => x, ("attention", attention));
        Assert.Contains(
            "scaled_dot_product_attention", Assert.Throws<TraceException>(() => model.Graph(false, Normal(1, 2, 4))).Message, StringComparison.Ordinal);
    }

    private static Graph Trace(Module module, bool training, Input[] inputs)
    {
        var tracer = new Tracer(module, training);
        return tracer.Finish(tracer.CallMany(module, [.. inputs.Select((input, i) => tracer.Input($"x{i}", input.Shape, input.DType))]));
    }

    private static IEnumerable<(string Name, Func<Module> Make, Input[] Inputs)> All() =>
    [
        ("Identity", () => Identity(), [Normal(2, 3)]),
        ("Sequential", () => Sequential(("a", Linear(4, 5)), ("b", ReLU()), ("c", Linear(5, 3))), [Normal(2, 4)]),
        ("Linear", () => Linear(4, 5, hasBias: false), [Normal(2, 3, 4)]),
        ("Bilinear", () => Bilinear(3, 4, 5), [Normal(2, 3), Normal(2, 4)]),
        ("Embedding", () => Embedding(9, 4), [Whole(9, 2, 3)]),
        ("Conv1d", () => Conv1d(4, 6, 3, stride: 2, padding: 1), [Normal(2, 4, 9)]),
        ("Conv2d", () => Conv2d(4, 6, 3, stride: 2, padding: 1, groups: 2), [Normal(2, 4, 9, 9)]),
        ("Conv2d, padded to the same size", () => Conv2d(4, 6, 3, padding: TorchSharp.Padding.Same), [Normal(2, 4, 9, 9)]),
        ("Conv2d, an even kernel padded to the same size", () => Conv2d(4, 6, 4, padding: TorchSharp.Padding.Same), [Normal(2, 4, 9, 9)]),
        ("Conv2d, padded in a circle", () => Conv2d(4, 6, 3, padding: 1, padding_mode: TorchSharp.PaddingModes.Circular), [Normal(2, 4, 9, 9)]),
        ("Conv3d", () => Conv3d(2, 3, 2), [Normal(1, 2, 4, 4, 4)]),
        ("ConvTranspose1d", () => ConvTranspose1d(4, 3, 3, stride: 2), [Normal(2, 4, 5)]),
        ("ConvTranspose2d", () => ConvTranspose2d(4, 6, 3, stride: 2, padding: 1, output_padding: 1, groups: 2), [Normal(2, 4, 5, 5)]),
        ("ConvTranspose3d", () => ConvTranspose3d(2, 3, 2), [Normal(1, 2, 3, 3, 3)]),
        ("BatchNorm1d", () => BatchNorm1d(4), [Normal(3, 4)]),
        ("BatchNorm2d", () => BatchNorm2d(4), [Normal(3, 4, 5, 5)]),
        ("BatchNorm2d without statistics", () => BatchNorm2d(4, affine: false, track_running_stats: false), [Normal(3, 4, 5, 5)]),
        ("BatchNorm3d", () => BatchNorm3d(2), [Normal(2, 2, 3, 3, 3)]),
        ("InstanceNorm1d", () => InstanceNorm1d(4), [Normal(3, 4, 7)]),
        ("InstanceNorm2d", () => InstanceNorm2d(4, affine: true), [Normal(3, 4, 5, 5)]),
        ("InstanceNorm3d", () => InstanceNorm3d(2), [Normal(2, 2, 3, 3, 3)]),
        ("LayerNorm", () => LayerNorm([3, 4]), [Normal(2, 3, 4)]),
        ("GroupNorm", () => GroupNorm(2, 6), [Normal(2, 6, 5)]),
        ("LocalResponseNorm", () => LocalResponseNorm(3), [Normal(2, 6, 5, 5)]),
        ("LocalResponseNorm of rows", () => LocalResponseNorm(2), [Normal(2, 6, 5)]),
        ("Flatten", () => Flatten(), [Normal(2, 3, 4)]),
        ("Unflatten", () => Unflatten(1, [2, 3]), [Normal(2, 6)]),
        ("ChannelShuffle", () => ChannelShuffle(2), [Normal(2, 6, 3, 3)]),
        ("CosineSimilarity", () => CosineSimilarity(), [Normal(2, 6), Normal(2, 6)]),
        ("PairwiseDistance", () => PairwiseDistance(), [Normal(2, 6), Normal(2, 6)]),
        ("ReLU", () => ReLU(), [Normal(9)]),
        ("ReLU6", () => ReLU6(), [Normal(9)]),
        ("LeakyReLU", () => LeakyReLU(0.2), [Normal(9)]),
        ("PReLU", () => PReLU(3), [Normal(2, 3)]),
        ("RReLU", () => RReLU(0.2, 0.4), [Normal(9)]),
        ("ELU", () => ELU(0.5), [Normal(9)]),
        ("CELU", () => CELU(0.5), [Normal(9)]),
        ("SELU", () => SELU(), [Normal(9)]),
        ("GELU", () => GELU(), [Normal(9)]),
        ("SiLU", () => SiLU(), [Normal(9)]),
        ("Mish", () => Mish(), [Normal(9)]),
        ("Sigmoid", () => Sigmoid(), [Normal(9)]),
        ("Tanh", () => Tanh(), [Normal(9)]),
        ("LogSigmoid", () => LogSigmoid(), [Normal(9)]),
        ("Hardsigmoid", () => Hardsigmoid(), [Normal(9)]),
        ("Hardswish", () => Hardswish(), [Normal(9)]),
        ("Hardtanh", () => Hardtanh(-0.5, 0.5), [Normal(9)]),
        ("Hardshrink", () => Hardshrink(0.3), [Normal(9)]),
        ("Softshrink", () => Softshrink(0.3), [Normal(9)]),
        ("Tanhshrink", () => Tanhshrink(), [Normal(9)]),
        ("Softsign", () => Softsign(), [Normal(9)]),
        ("Softplus", () => Softplus(2, 1), [Normal(9)]),
        ("Threshold", () => Threshold(0.1, 5), [Normal(9)]),
        ("GLU", () => GLU(), [Normal(2, 6)]),
        ("Softmax", () => Softmax(1), [Normal(2, 6)]),
        ("Softmax2d", () => Softmax2d(), [Normal(2, 3, 4, 4)]),
        ("Softmin", () => Softmin(1), [Normal(2, 6)]),
        ("LogSoftmax", () => LogSoftmax(1), [Normal(2, 6)]),
        ("Dropout", () => Dropout(0.3), [Normal(2, 6)]),
        ("Dropout1d", () => Dropout1d(0.3), [Normal(2, 6, 3)]),
        ("Dropout2d", () => Dropout2d(0.3), [Normal(2, 6, 3, 3)]),
        ("Dropout3d", () => Dropout3d(0.3), [Normal(2, 6, 3, 3, 3)]),
        ("AlphaDropout", () => AlphaDropout(0.3), [Normal(2, 6)]),
        ("FeatureAlphaDropout", () => FeatureAlphaDropout(0.3), [Normal(2, 6, 3)]),
        ("MaxPool1d", () => MaxPool1d(3, 2), [Normal(2, 3, 9)]),
        ("MaxPool2d", () => MaxPool2d(3, 2, 1), [Normal(2, 3, 9, 9)]),
        ("MaxPool3d", () => MaxPool3d(2), [Normal(2, 3, 4, 4, 4)]),
        ("AvgPool1d", () => AvgPool1d(3, 2), [Normal(2, 3, 9)]),
        ("AvgPool2d", () => AvgPool2d(3, 2), [Normal(2, 3, 9, 9)]),
        ("AvgPool3d", () => AvgPool3d(2), [Normal(2, 3, 4, 4, 4)]),
        ("LPPool1d", () => LPPool1d(2, 3), [Normal(2, 3, 9)]),
        ("LPPool2d", () => LPPool2d(2, 3), [Normal(2, 3, 9, 9)]),
        ("AdaptiveAvgPool1d", () => AdaptiveAvgPool1d(4), [Normal(2, 3, 9)]),
        ("AdaptiveAvgPool2d", () => AdaptiveAvgPool2d(1), [Normal(2, 3, 9, 9)]),
        ("AdaptiveAvgPool3d", () => AdaptiveAvgPool3d(2), [Normal(2, 3, 4, 4, 4)]),
        ("AdaptiveMaxPool1d", () => AdaptiveMaxPool1d(4), [Normal(2, 3, 9)]),
        ("AdaptiveMaxPool2d", () => AdaptiveMaxPool2d([2, 2]), [Normal(2, 3, 9, 9)]),
        ("AdaptiveMaxPool3d", () => AdaptiveMaxPool3d([2, 2, 2]), [Normal(2, 3, 4, 4, 4)]),
        ("ConstantPad1d", () => ConstantPad1d(2, 0.5), [Normal(2, 3, 9)]),
        ("ConstantPad2d", () => ConstantPad2d(2, 0.5), [Normal(2, 3, 9, 9)]),
        ("ConstantPad3d", () => ConstantPad3d(1, 0.5), [Normal(2, 3, 4, 4, 4)]),
        ("ZeroPad2d", () => ZeroPad2d((1, 2, 3, 0)), [Normal(2, 3, 9, 9)]),
        ("ReflectionPad1d", () => ReflectionPad1d(2), [Normal(2, 3, 9)]),
        ("ReflectionPad2d", () => ReflectionPad2d(2), [Normal(2, 3, 9, 9)]),
        ("ReflectionPad3d", () => ReflectionPad3d(1), [Normal(2, 3, 4, 4, 4)]),
        ("ReplicationPad1d", () => ReplicationPad1d(2), [Normal(2, 3, 9)]),
        ("ReplicationPad2d", () => ReplicationPad2d(2), [Normal(2, 3, 9, 9)]),
        ("ReplicationPad3d", () => ReplicationPad3d(1), [Normal(2, 3, 4, 4, 4)]),
        ("PixelShuffle", () => PixelShuffle(2), [Normal(2, 8, 3, 3)]),
        ("PixelUnshuffle", () => PixelUnshuffle(2), [Normal(2, 3, 4, 4)]),
        ("Unfold", () => Unfold(3, padding: 1), [Normal(2, 3, 5, 5)]),
        ("Fold", () => Fold(4, 2), [Normal(2, 12, 9)]),
        ("Upsample", () => Upsample(scale_factor: [2, 2], mode: UpsampleMode.Bilinear, align_corners: true), [Normal(2, 3, 5, 5)]),
        ("Upsample to the nearest", () => Upsample(size: [7, 8]), [Normal(2, 3, 5, 5)]),
    ];

    private sealed class Recurrent() : Module<Tensor, Tensor>(nameof(Recurrent))
    {
        public override Tensor forward(Tensor input) => input;
    }
}
