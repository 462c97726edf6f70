using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Espalier.Torch.Tests.Operators;

/// <summary>Convolutions and linear layers as functions.</summary>
internal static class ConvolutionOperators
{
    public static readonly OperatorTable Table = new()
    {
        { "linear", x => [F.linear(x[0], x[1], x[2])], x => [matmul(x[0], x[1].t()) + x[2]] },
        { "linear_no_bias", x => [F.linear(x[0], x[1])], x => [F.linear(x[0], x[1], null)] },
        { "bilinear", x => [F.bilinear(x[0], x[1], x[2], x[3])] },
        { "conv1d", x => [F.conv1d(x[0], x[1], x[2])] },
        { "conv1d_no_bias", x => [F.conv1d(x[0], x[1])] },
        { "conv1d_stride_padding_dilation", x => [F.conv1d(x[0], x[1], x[2], stride: 2, padding: 2, dilation: 2)] },
        { "conv1d_groups", x => [F.conv1d(x[0], x[1], x[2], groups: 2)] },
        { "conv1d_depthwise", x => [F.conv1d(x[0], x[1], groups: 3)] },
        { "conv2d", x => [F.conv2d(x[0], x[1], x[2])] },
        { "conv2d_no_bias", x => [F.conv2d(x[0], x[1])], x => [F.conv2d(x[0], x[1], null)] },
        { "conv2d_pointwise", x => [F.conv2d(x[0], x[1], x[2])] },
        { "conv2d_stride_padding", x => [F.conv2d(x[0], x[1], x[2], [2, 1], [1, 0])] },
        { "conv2d_dilation", x => [F.conv2d(x[0], x[1], null, [1, 1], [1, 2], [3, 2])] },
        { "conv2d_groups", x => [F.conv2d(x[0], x[1], x[2], groups: 2)] },
        { "conv2d_depthwise_multiplier", x => [F.conv2d(x[0], x[1], x[2], [1, 1], [1, 1], [1, 1], 3)] },
        { "conv2d_unbatched", x => [F.conv2d(x[0], x[1])] },
        { "conv2d_channels_permuted", x => [F.conv2d(x[0].permute(0, 3, 1, 2), x[1])] },
        { "conv3d", x => [F.conv3d(x[0], x[1], x[2])] },
        { "conv_transpose1d", x => [F.conv_transpose1d(x[0], x[1], x[2])] },
        { "conv_transpose1d_stride", x => [F.conv_transpose1d(x[0], x[1], null, 2, 1, 1)] },
        { "conv_transpose2d", x => [F.conv_transpose2d(x[0], x[1], x[2])] },
        { "conv_transpose2d_stride", x => [F.conv_transpose2d(x[0], x[1], x[2], [2, 2], [1, 1], [1, 0])] },
        { "conv_transpose2d_groups", x => [F.conv_transpose2d(x[0], x[1], x[2], groups: 2)] },
        { "conv_transpose2d_dilation", x => [F.conv_transpose2d(x[0], x[1], null, [1, 1], [0, 0], [0, 0], [2, 2])] },
        { "conv_transpose3d", x => [F.conv_transpose3d(x[0], x[1], x[2])] },
    };
}
