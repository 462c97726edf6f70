using static Espalier.Framework.Tests.Operators.Input;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;
using S = Espalier.Symbolic.torch.nn.functional;

namespace Espalier.Framework.Tests.Operators;

/// <summary>Convolutions, normalisations, pooling, resizing.</summary>
internal static class LayerCases
{
    public static CaseTable All => new()
    {
        { "aten::conv1d", [Normal(2, 4, 9), Normal(6, 2, 3), Normal(6)], x => S.conv1d(x[0], x[1], x[2], 2, 1, 2, 2), x => F.conv1d(x[0], x[1], x[2], 2, 1, 2, 2) },
        { "aten::conv2d", [Normal(2, 4, 9, 7), Normal(6, 4, 3, 2), Normal(6)], x => S.conv2d(x[0], x[1], x[2], [2, 1], [1, 0], [1, 2]), x => F.conv2d(x[0], x[1], x[2], [2, 1], [1, 0], [1, 2]) },
        { "aten::conv2d, depthwise", [Normal(2, 4, 5, 5), Normal(8, 1, 3, 3)], x => S.conv2d(x[0], x[1], null, null, [1, 1], null, 4), x => F.conv2d(x[0], x[1], null, null, [1, 1], null, 4) },
        { "aten::conv2d without batch", [Normal(4, 5, 5), Normal(8, 4, 3, 3)], x => S.conv2d(x[0], x[1]), x => F.conv2d(x[0], x[1]) },
        { "aten::conv3d", [Normal(2, 2, 5, 4, 4), Normal(3, 2, 3, 2, 2), Normal(3)], x => S.conv3d(x[0], x[1], x[2], [1, 2, 1]), x => F.conv3d(x[0], x[1], x[2], [1, 2, 1]) },
        { "aten::conv_transpose1d", [Normal(2, 4, 9), Normal(4, 3, 3), Normal(3)], x => S.conv_transpose1d(x[0], x[1], x[2], 2, 1, 1), x => F.conv_transpose1d(x[0], x[1], x[2], 2, 1, 1) },
        { "aten::conv_transpose2d.input", [Normal(2, 4, 5, 5), Normal(4, 3, 3, 3), Normal(6)], x => S.conv_transpose2d(x[0], x[1], x[2], [2, 1], [1, 0], [1, 0], [1, 2], 2), x => F.conv_transpose2d(x[0], x[1], x[2], [2, 1], [1, 0], [1, 0], [1, 2], 2) },
        { "aten::conv_transpose3d.input", [Normal(1, 2, 3, 3, 3), Normal(2, 3, 2, 2, 2)], x => S.conv_transpose3d(x[0], x[1], null, [2, 2, 2]), x => F.conv_transpose3d(x[0], x[1], null, [2, 2, 2]) },
        { "aten::batch_norm", [Normal(2, 3, 4, 4), Normal(3), Share(3), Normal(3), Normal(3)], x => S.batch_norm(x[0], x[1], x[2], x[3], x[4], false), x => F.batch_norm(x[0], x[1], x[2], x[3], x[4], false) },
        { "aten::batch_norm in training", [Normal(4, 3)], x => S.batch_norm(x[0], null, null, null, null, true), x => F.batch_norm(x[0], null!, null!, null!, null!, true) },
        { "aten::instance_norm", [Normal(2, 3, 4, 4), Normal(3), Normal(3)], x => S.instance_norm(x[0], null, null, x[1], x[2]), x => F.instance_norm(x[0], null!, null!, x[1], x[2]) },
        { "aten::layer_norm", [Normal(2, 3, 4), Normal(3, 4), Normal(3, 4)], x => S.layer_norm(x[0], [3, 4], x[1], x[2]), x => F.layer_norm(x[0], [3, 4], x[1], x[2]) },
        { "aten::group_norm", [Normal(2, 6, 4), Normal(6), Normal(6)], x => S.group_norm(x[0], 3, x[1], x[2]), x => F.group_norm(x[0], 3, x[1], x[2]) },
        { "normalize", [Normal(2, 3, 4)], x => S.normalize(x[0]), x => x[0] / x[0].norm(1, true).clamp_min(1e-12) },
        { "pairwise_distance", [Normal(2, 3), Normal(2, 3)], x => S.pairwise_distance(x[0], x[1]), x => (x[0] - x[1] + 1e-6).norm(-1) },
        { "cosine_similarity", [Normal(2, 3), Normal(2, 3)], x => S.cosine_similarity(x[0], x[1]), x => (x[0] * x[1]).sum(1L) / (x[0].norm(1) * x[1].norm(1)) },
        {
            "scaled_dot_product_attention", [Normal(2, 3, 5, 4), Normal(2, 3, 6, 4), Normal(2, 3, 6, 7)], x => S.scaled_dot_product_attention(x[0], x[1], x[2]),
            x => (x[0].matmul(x[1].transpose(-2, -1)) / 2).softmax(-1).matmul(x[2])
        },
        {
            "scaled_dot_product_attention, masked", [Normal(2, 5, 4), Normal(2, 5, 4), Normal(2, 5, 4)],
            x => S.scaled_dot_product_attention(x[0], x[1], x[2], is_casual: true),
            x => (x[0].matmul(x[1].transpose(-2, -1)) / 2).masked_fill(ones(5, 5).tril() == 0, double.NegativeInfinity).softmax(-1).matmul(x[2])
        },
        { "aten::max_pool1d", [Normal(2, 3, 9)], x => S.max_pool1d(x[0], 3, 2, 1), x => F.max_pool1d(x[0], 3, 2, 1) },
        { "aten::max_pool2d", [Normal(2, 3, 8, 9)], x => S.max_pool2d(x[0], [3, 2], [2, 2], [1, 0], [2, 1], true), x => F.max_pool2d(x[0], [3, 2], [2, 2], [1, 0], [2, 1], true) },
        { "aten::max_pool2d, square", [Normal(2, 3, 8, 9)], x => S.max_pool2d(x[0], 2), x => F.max_pool2d(x[0], 2) },
        { "aten::max_pool3d", [Normal(1, 2, 4, 4, 4)], x => S.max_pool3d(x[0], [2, 2, 2]), x => F.max_pool3d(x[0], [2, 2, 2]) },
        { "aten::avg_pool1d", [Normal(2, 3, 9)], x => S.avg_pool1d(x[0], 3, 2, 1, true, false), x => F.avg_pool1d(x[0], 3, 2, 1, true, false) },
        { "aten::avg_pool2d", [Normal(2, 3, 9, 9)], x => S.avg_pool2d(x[0], 3, 2, 1, true), x => F.avg_pool2d(x[0], 3, 2, 1, true) },
        { "aten::avg_pool3d", [Normal(1, 2, 4, 4, 4)], x => S.avg_pool3d(x[0], [2, 2, 2]), x => F.avg_pool3d(x[0], [2, 2, 2]) },
        { "aten::adaptive_avg_pool1d", [Normal(2, 3, 9)], x => S.adaptive_avg_pool1d(x[0], 4), x => F.adaptive_avg_pool1d(x[0], 4) },
        { "aten::adaptive_avg_pool2d", [Normal(2, 3, 9, 9)], x => S.adaptive_avg_pool2d(x[0], (1, 3)), x => F.adaptive_avg_pool2d(x[0], (1, 3)) },
        { "aten::adaptive_avg_pool3d", [Normal(1, 2, 4, 4, 4)], x => S.adaptive_avg_pool3d(x[0], 2), x => F.adaptive_avg_pool3d(x[0], 2) },
        { "aten::adaptive_max_pool1d", [Normal(2, 3, 9)], x => S.adaptive_max_pool1d(x[0], 4), x => F.adaptive_max_pool1d(x[0], 4) },
        { "aten::adaptive_max_pool2d", [Normal(2, 3, 9, 9)], x => S.adaptive_max_pool2d(x[0], [2, 3]), x => F.adaptive_max_pool2d(x[0], [2, 3]) },
        { "aten::adaptive_max_pool3d", [Normal(1, 2, 4, 4, 4)], x => S.adaptive_max_pool3d(x[0], [2, 2, 2]), x => F.adaptive_max_pool3d(x[0], [2, 2, 2]) },
        { "aten::upsample_nearest1d", [Normal(2, 3, 5)], x => S.interpolate(x[0], [11]), x => F.interpolate(x[0], [11]) },
        { "aten::upsample_nearest2d", [Normal(2, 3, 5, 4)], x => S.interpolate(x[0], null, [2, 2.5]), x => F.interpolate(x[0], null, [2, 2.5]) },
        { "aten::upsample_nearest3d", [Normal(1, 2, 2, 2, 2)], x => S.interpolate(x[0], null, [2, 2, 2]), x => F.interpolate(x[0], null, [2, 2, 2]) },
        { "aten::upsample_linear1d", [Normal(2, 3, 5)], x => S.interpolate(x[0], [11], null, InterpolationMode.Linear, true), x => F.interpolate(x[0], [11], null, InterpolationMode.Linear, true) },
        { "aten::upsample_bilinear2d", [Normal(2, 3, 5, 4)], x => S.interpolate(x[0], null, [1.7, 1.7], InterpolationMode.Bilinear, false), x => F.interpolate(x[0], null, [1.7, 1.7], InterpolationMode.Bilinear, false) },
        { "aten::upsample_bicubic2d", [Normal(2, 3, 5, 4)], x => S.interpolate(x[0], [8, 9], null, InterpolationMode.Bicubic, true), x => F.interpolate(x[0], [8, 9], null, InterpolationMode.Bicubic, true) },
        { "aten::upsample_trilinear3d", [Normal(1, 2, 2, 2, 2)], x => S.interpolate(x[0], [3, 4, 5], null, InterpolationMode.Trilinear, false), x => F.interpolate(x[0], [3, 4, 5], null, InterpolationMode.Trilinear, false) },
        { "interpolate over areas", [Normal(1, 2, 6, 6)], x => S.interpolate(x[0], [3, 2], null, InterpolationMode.Area), x => F.adaptive_avg_pool2d(x[0], (3, 2)) },
        { "aten::im2col", [Normal(2, 3, 6, 5)], x => S.unfold(x[0], (2, 3), padding: (1, 0), stride: (2, 1)), x => F.unfold(x[0], (2, 3), padding: (1, 0), stride: (2, 1)) },
        { "aten::col2im", [Normal(2, 12, 9)], x => S.fold(x[0], 4, 2), x => F.fold(x[0], 4, 2) },
        { "aten::pad", [Normal(2, 3, 4, 4)], x => S.pad(x[0], [1, 2, 0, 0, 3, 1], TorchSharp.PaddingModes.Constant, 0.5), x => F.pad(x[0], [1, 2, 0, 0, 3, 1], TorchSharp.PaddingModes.Constant, 0.5) },
        { "aten::pad, cropping", [Normal(2, 3, 4, 4)], x => S.pad(x[0], (-1, 1)), x => F.pad(x[0], (-1, 1)) },
        { "aten::pad, reflecting", [Normal(2, 3, 4, 4)], x => S.pad(x[0], (1, 2, 3, 0), TorchSharp.PaddingModes.Reflect), x => F.pad(x[0], (1, 2, 3, 0), TorchSharp.PaddingModes.Reflect) },
        { "aten::pad, replicating", [Normal(2, 3, 4, 4)], x => S.pad(x[0], (1, 2, 3, 0), TorchSharp.PaddingModes.Replicate), x => F.pad(x[0], (1, 2, 3, 0), TorchSharp.PaddingModes.Replicate) },
        { "aten::pad, circular", [Normal(2, 3, 4, 4)], x => S.pad(x[0], (1, 2, 3, 0), TorchSharp.PaddingModes.Circular), x => F.pad(x[0], (1, 2, 3, 0), TorchSharp.PaddingModes.Circular) },
        { "aten::one_hot", [Whole(4, 2, 3)], x => S.one_hot(x[0], 4), x => F.one_hot(x[0], 4) },
    };
}
