using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static Espalier.Torch.Tests.NN.InitReference;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Espalier.Torch.Tests.NN;

/// <summary>
/// Modules and functions with choices that operators.json has no case for, seeded like there (see Reference/make_init.py).
/// </summary>
public sealed class ResultTests
{
    private static readonly Dictionary<string, Func<Tensor[]>> Cases = new()
    {
        ["avg-pool3d"] = () => [F.avg_pool3d(Volumes, [3, 3, 3], [2, 2, 2], [1, 1, 1], count_include_pad: false)],
        ["max-pool1d-indices"] = () => Both(F.max_pool1d_with_indices(Lengths, 3, 2, 1, 1, true)),
        ["max-pool3d-indices"] = () => Both(F.max_pool3d_with_indices(Volumes, [2, 2, 2])),
#if !TORCHSHARP_0_99 // The oldest version has not got these, or under other names.
        ["lp-pool1d"] = () => [F.lp_pool1d(Lengths.abs(), 3, 3, 2)],
        ["lp-pool2d"] = () => [F.lp_pool2d(Images, 2, [3, 2], ceil_mode: true)],
        ["avg-pool2d-divisor"] = () => [F.avg_pool2d(Images, (3, 2), (2, 1), (1, 1), ceil_mode: true, divisor_override: 3)],
        ["conv-circular"] = () => [Conv2d(4, 2, (3, 2), padding: (2, 1), padding_mode: PaddingModes.Circular).call(Images)],
        ["conv-replicate"] = () => [Conv1d(3, 2, 4, TorchSharp.Padding.Same, padding_mode: PaddingModes.Replicate).call(Lengths)],
#endif
#if TORCHSHARP_SYSTEM // Here TorchSharp's own lacks something, or has other results.
        ["gaussian-nll"] = () => [F.gaussian_nll_loss(Wave(0, 3, 4), Wave(1, 3, 4), Positive, full: true)],
        ["gaussian-nll-rows"] = () =>
            [F.gaussian_nll_loss(Wave(0, 3, 4), Wave(1, 3, 4), Positive.select(1, 0), reduction: Reduction.None)],
        ["soft-margin-weights"] = () =>
            [F.multilabel_soft_margin_loss(Wave(0, 3, 4), Wave(0, 3, 4).gt(0).to(float32), Positive.select(0, 0))],
        ["triplet-distance"] = () =>
        [
            F.triplet_margin_with_distance_loss(
                Wave(0, 3, 4), Wave(1, 3, 4), Wave(2, 3, 4), margin: 2, swap: true, reduction: Reduction.None),
        ],
        ["triplet-own-distance"] = () =>
            [F.triplet_margin_with_distance_loss(Wave(0, 3, 4), Wave(1, 3, 4), Wave(2, 3, 4), (a, b) => (a - b).abs().sum(-1))],
        ["attention"] = () => [F.scaled_dot_product_attention(Wave(0, 2, 3, 4), Wave(1, 2, 5, 4), Wave(2, 2, 5, 4))],
        ["attention-mask"] = () =>
            [F.scaled_dot_product_attention(Wave(0, 2, 3, 4), Wave(1, 2, 5, 4), Wave(2, 2, 5, 4), Wave(0, 3, 5).gt(-0.7))],
        ["attention-causal"] = () =>
            [F.scaled_dot_product_attention(Wave(0, 2, 3, 4), Wave(1, 2, 5, 4), Wave(2, 2, 5, 4), is_casual: true)],
        ["rrelu-training"] = () => [RReLU(0.1, 0.4).call(Wave(0, 3, 4))],
        ["conv-reflect-same"] = () =>
            [Conv2d(4, 2, (3, 4), TorchSharp.Padding.Same, padding_mode: PaddingModes.Reflect).call(Images)],
        ["conv-transpose-size"] = () => [ConvTranspose2d(4, 2, 3, stride: 2, padding: 1).forward(Images, [12, 9])],
        ["instance-norm-unbatched"] = () => [InstanceNorm1d(3, affine: true).call(Lengths.select(0, 0))],
        ["batch-norm-average"] = () => Twice(4, null),
        ["dropout1d-unbatched"] = () => [F.dropout1d(Lengths.select(0, 0), 0.5)],
        ["dropout3d-unbatched"] = () => [F.dropout3d(Volumes.select(0, 0), 0.5)],
        ["normalize"] = () => [F.normalize(Wave(0, 3, 4), 3, 0)],
#endif
        ["channel-shuffle"] = () => [ChannelShuffle(2).call(Images)],
        ["bag-sum"] = () =>
            [EmbeddingBag(6, 4, mode: EmbeddingBagMode.Sum, padding_index: 4).call(Indices, tensor([0L, 3, 3, 6]), Wave(0, 8))],
        ["bag-mean"] = () => [EmbeddingBag(6, 4).call(Indices.reshape(2, 4))],
        ["bag-max"] = () => [EmbeddingBag(6, 4, mode: EmbeddingBagMode.Max, include_last_offset: true).call(Indices, tensor([0L, 3, 8]))],
        ["embedding-padding"] = () => LookedUp(Embedding(6, 4, padding_idx: 4)),
        ["embedding-norm"] = () => LookedUp(Embedding(6, 4, max_norm: 1)),
        ["rrelu"] = () => [F.rrelu(Wave(0, 3, 4), 1.0 / 8, 1.0 / 3)],
        ["local-response"] = () => [LocalResponseNorm(3, 0.5, 0.6, 2).call(Images)],
        ["local-response1d"] = () => [LocalResponseNorm(2, 0.5).call(Lengths)],
        ["conv3d-same"] = () => [Conv3d(2, 2, 2, TorchSharp.Padding.Same).call(Volumes)],
        ["batch-norm-momentum"] = () => Twice(4, 0.3),
        ["dropout"] = () => [F.dropout(Wave(0, 4, 5), 0.4)],
        ["dropout2d"] = () => [F.dropout2d(Images, 0.5)],
        ["alpha-dropout"] = () => [F.alpha_dropout(Wave(0, 4, 5), 0.4, training: true)],
        ["feature-alpha-dropout"] = () => [F.feature_alpha_dropout(Images, 0.4, training: true)],
        ["interpolate-area"] = () => [F.interpolate(Images, scale_factor: [0.7, 0.7], mode: InterpolationMode.Area)],
        ["interpolate-recomputed"] = () =>
        [
            F.interpolate(
                Images, scale_factor: [1.3, 1.7], mode: InterpolationMode.Bilinear, align_corners: false, recompute_scale_factor: true),
        ],
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    private static Tensor Lengths => Wave(0, 2, 3, 8);

    private static Tensor Images => Wave(0, 2, 4, 6, 5);

    private static Tensor Volumes => Wave(0, 1, 2, 4, 4, 4);

    private static Tensor Positive => Wave(0, 3, 4).abs() + 0.1;

    private static Tensor Indices => tensor([1L, 2, 4, 5, 4, 3, 2, 0]);

    [Theory]
    [MemberData(nameof(Names))]
    public void Result_WithSeed_IsPyTorchs(string name)
    {
        using var scope = NewDisposeScope();
        var expected = InitReference.File.Results[name];
        manual_seed(42);
        var results = Cases[name]();
        Assert.Equal(expected.Length, results.Length);
        foreach (var (numbers, result) in expected.Zip(results))
            AssertClose(numbers, result);
    }

    private static Tensor[] Both((Tensor, Tensor) results) => [results.Item1, results.Item2];

    private static Tensor[] Twice(long features, double? momentum)
    {
        var norm = BatchNorm2d(features, momentum: momentum ?? 0.1);
#if TORCHSHARP_SYSTEM
        norm.momentum = momentum;
#endif
        norm.call(Images);
        return [norm.call(Images * 2), norm.running_mean!, norm.running_var!];
    }

    private static Tensor[] LookedUp(Embedding table)
    {
        table.call(Indices).sum().backward();
        return [table.call(Indices), table.weight!, table.weight!.Gradient()!];
    }
}
