using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Espalier.Torch.Tests.Operators;

/// <summary>Modules without parameters: activations, pooling, padding, reshaping.</summary>
internal static class ModuleOperators
{
    public static readonly OperatorTable Table = new()
    {
        { "module_relu", x => [ReLU().call(x[0])], x => [ReLU().forward(x[0])], x => [ReLU(inplace: true).call(x[0].clone())] },
        { "module_gelu", x => [GELU().call(x[0])] },
        { "module_silu", x => [SiLU().call(x[0])] },
        { "module_sigmoid", x => [Sigmoid().call(x[0])] },
        { "module_tanh", x => [Tanh().call(x[0])] },
        { "module_softmax", x => [Softmax(1).call(x[0])] },
        { "module_log_softmax", x => [LogSoftmax(1).call(x[0])] },
        { "module_softmin", x => [Softmin(0).call(x[0])] },
        { "module_leaky_relu", x => [LeakyReLU(0.2).call(x[0])] },
        { "module_elu", x => [ELU(0.7).call(x[0])] },
        { "module_selu", x => [SELU().call(x[0])] },
        { "module_celu", x => [CELU(0.7).call(x[0])] },
        { "module_mish", x => [Mish().call(x[0])] },
        { "module_softplus", x => [Softplus().call(x[0])] },
        { "module_softsign", x => [Softsign().call(x[0])] },
        { "module_tanhshrink", x => [Tanhshrink().call(x[0])] },
        { "module_glu", x => [GLU().call(x[0])] },
        { "module_identity", x => [Identity().call(x[0])] },
        { "module_dropout_eval", x => [Evaluated(Dropout(0.5), x[0])] },
        { "module_relu6", x => [ReLU6().call(x[0])] },
        { "module_hardswish", x => [Hardswish().call(x[0])] },
        { "module_hardsigmoid", x => [Hardsigmoid().call(x[0])] },
        { "module_threshold", x => [Threshold(0.3, -1.5).call(x[0])] },
        { "module_softshrink", x => [Softshrink(0.4).call(x[0])] },
        { "module_hardshrink", x => [Hardshrink(0.4).call(x[0])] },
        { "module_softmax2d", x => [Softmax2d().call(x[0])] },
        { "module_dropout2d_eval", x => [Evaluated(Dropout2d(), x[0])] },

        { "module_max_pool1d", x => [MaxPool1d(2).call(x[0])] },
        { "module_max_pool2d",
            x => [MaxPool2d(2).call(x[0])],
            x => [MaxPool2d((2, 2)).call(x[0])],
            x => [MaxPool2d([2, 2]).call(x[0])] },
        { "module_max_pool2d_stride", x => [MaxPool2d(3, 2, 1).call(x[0])], x => [MaxPool2d((3, 3), (2, 2), (1, 1)).call(x[0])] },
        { "module_avg_pool1d", x => [AvgPool1d(2).call(x[0])] },
        { "module_avg_pool2d",
            x => [AvgPool2d(2).call(x[0])],
            x => [AvgPool2d((2, 2)).call(x[0])],
            x => [AvgPool2d([2, 2]).call(x[0])] },
        { "module_avg_pool2d_stride", x => [AvgPool2d(3, 2, 1).call(x[0])], x => [AvgPool2d((3, 3), (2, 2), (1, 1)).call(x[0])] },
        { "module_adaptive_avg_pool2d", x => [AdaptiveAvgPool2d((3, 2)).call(x[0])], x => [AdaptiveAvgPool2d([3, 2]).call(x[0])] },
        { "module_adaptive_avg_pool2d_one", x => [AdaptiveAvgPool2d(1).call(x[0])] },
        { "module_adaptive_max_pool2d", x => [AdaptiveMaxPool2d([3, 2]).call(x[0])] },
        { "module_flatten", x => [Flatten().call(x[0])] },
        { "module_flatten_range", x => [Flatten(0, 1).call(x[0])] },
        { "module_unflatten", x => [Unflatten(1, [2, 3]).call(x[0])] },
        { "module_upsample_nearest", x => [Upsample(scale_factor: [2.0, 2.0]).call(x[0])] },
        { "module_upsample_bilinear", x => [Upsample([5, 4], null, UpsampleMode.Bilinear, true).call(x[0])] },
        { "module_pixel_shuffle", x => [PixelShuffle(2).call(x[0])] },
        { "module_pixel_unshuffle", x => [PixelUnshuffle(2).call(x[0])] },
        { "module_zero_pad2d", x => [ZeroPad2d((1, 2, 0, 1)).call(x[0])] },
        { "module_constant_pad2d", x => [ConstantPad2d(1, 0.75).call(x[0])] },
        { "module_reflection_pad2d", x => [ReflectionPad2d((1, 2, 0, 1)).call(x[0])] },
        { "module_replication_pad2d", x => [ReplicationPad2d(1).call(x[0])] },
        { "module_cosine_similarity", x => [CosineSimilarity(1, 1e-8).call(x[0], x[1])] },
    };

    private static Tensor Evaluated(Module<Tensor, Tensor> module, Tensor x)
    {
        module.eval();
        return module.call(x);
    }
}
