using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Models.Tests;

/// <summary>A small instance of every model and block, and shapes it takes.</summary>
internal sealed record Zoo(Func<nn.Module> Make, long[] Output, params long[][] Inputs)
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, Zoo> All { get; } = new Dictionary<string, Zoo>
    {
        ["mlp"] = new(() => new Mlp(48, 20, 12, 5), [2, 5], [2, 3, 4, 4]),
        ["cifar_resnet"] = new(() => new CifarResNet(8, 10, width: 4), [2, 10], [2, 3, 16, 16]),
        ["cifar_resnet_odd_width"] = new(() => new CifarBlock(4, 7, 2), [2, 7, 4, 4], [2, 4, 8, 8]),
        ["cifar_resnet_convolution"] = new(() => new CifarResNet(8, 10, CifarShortcut.Convolution, 4), [2, 10], [2, 3, 16, 16]),
        ["resnet_basic"] = new(() => new ResNet([1, 2, 1, 1], false, 10, 8), [2, 10], [2, 3, 32, 32]),
        ["resnet_bottleneck"] = new(() => new ResNet([1, 2, 1, 1], true, 10, 8), [2, 10], [2, 3, 32, 32]),
        ["densenet"] = new(() => new DenseNet([2, 3], 10, 4, 8), [2, 10], [2, 3, 32, 32]),
        ["mobilenet_v2"] = new(() => new MobileNetV2(10, 0.25, 0), [2, 10], [2, 3, 64, 64]),
        ["shufflenet_v2"] = new(() => new ShuffleNetV2([2, 2, 1], [8, 16, 32, 64, 32], 10), [2, 10], [2, 3, 64, 64]),
        ["shuffle_unit"] = new(() => new ShuffleUnit(16, 16, 1), [2, 16, 8, 8], [2, 16, 8, 8]),
        ["shuffle_unit_down"] = new(() => new ShuffleUnit(12, 16, 2), [2, 16, 4, 4], [2, 12, 8, 8]),
        ["vgg"] = new(() => new Vgg([[4], [8, 8]], 10, 16, 0), [2, 10], [2, 3, 32, 32]),
        ["squeeze_excitation"] = new(() => new SqueezeExcitation(12, 3), [2, 12, 5, 5], [2, 12, 5, 5]),
        ["senet"] = new(() => new SeNet([8, 8, 16]), [2, 10], [2, 3, 16, 16]),
        ["unet"] = new(() => new UNet(3, 2, 4), [2, 3, 16, 16], [2, 3, 16, 16]),
        ["vision_transformer"] = new(() => new VisionTransformer(16, 4, 10, 24, 2, 3), [2, 10], [2, 3, 16, 16]),
        ["vision_transformer_split"] =
            new(() => new VisionTransformer(16, 4, 10, 24, 2, 3, attention: AttentionKind.Split), [2, 10], [2, 3, 16, 16]),
        ["split_attention"] = new(() => new SplitAttention(24, 3, 5, 7), [2, 6, 24], [2, 6, 24]),
        ["swin_transformer"] = new(() => new SwinTransformer(32, [2, 2], [2, 4], 16, 4, classes: 10), [2, 10], [2, 3, 32, 32]),
        ["swin_block_shifted"] = new(() => new SwinBlock(12, 3, 8, 4, true), [2, 8, 8, 12], [2, 8, 8, 12]),
        ["patch_merging"] = new(() => new PatchMerging(6), [2, 4, 4, 12], [2, 8, 8, 6]),
        ["grouped_query_attention"] = new(() => new GroupedQueryAttention(24, 6, 2), [2, 7, 24], [2, 7, 24]),
        ["grouped_query_attention_widths"] = new(() => new GroupedQueryAttention(24, 4, 2, 5, 3), [2, 7, 24], [2, 7, 24]),
        ["multi_query_attention"] = new(() => GroupedQueryAttention.MultiQuery(24, 4), [2, 7, 24], [2, 7, 24]),
        ["cross_attention"] = new(() => new CrossAttention(24, 10, 3, 5, 7), [2, 6, 24], [2, 6, 24], [2, 9, 10]),
        ["cross_attention_block"] = new(() => new CrossAttentionBlock(24, 10, 3), [2, 6, 24], [2, 6, 24], [2, 9, 10]),
        ["glu"] = new(() => new GluFeedForward(10, 14), [2, 5, 10], [2, 5, 10]),
        ["swiglu"] = new(() => new SwiGluFeedForward(10, 14), [2, 5, 10], [2, 5, 10]),
        ["language_model"] = new(() => new LanguageModel(30, 12, 16), [2, 8, 30], [2, 8]),
    };

    /// <summary>Their names, for theories.</summary>
    public static Xunit.TheoryData<string> Names => [.. All.Keys];

    /// <summary>Inputs of the right shapes and types, the same every time.</summary>
    public Tensor[] Tensors() => Array.ConvertAll(Inputs, shape => Make() is LanguageModel
        ? arange(shape[0] * shape[1], ScalarType.Int64).reshape(shape).remainder(30)
        : Reference.Noise.Input(shape));

    /// <summary>Runs a model.</summary>
    public static Tensor Run(nn.Module model, Tensor[] inputs) => model switch
    {
        nn.Module<Tensor, Tensor> one => one.forward(inputs[0]),
        nn.Module<Tensor, Tensor, Tensor> two => two.forward(inputs[0], inputs[1]),
        _ => throw new ArgumentException($"{model.GetName()} takes another number of inputs.", nameof(model)),
    };
}
