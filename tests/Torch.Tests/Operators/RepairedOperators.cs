using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Espalier.Torch.Tests.Operators;

/// <summary>
/// Operators for which TorchSharp's package 0.106.0 (mostly 0.99.6 as well) answers something else than PyTorch. The
/// binding in torch/ follows PyTorch; with a package these are not run.
/// </summary>
internal static class RepairedOperators
{
    public static readonly OperatorTable Table = new()
    {
        // The package computes erf.
        { "erfinv_function", x => [erfinv(x[0])] },
        // The package ignores the rounding mode.
        { "div_function_rounded", x => [
            div(x[0], x[1], RoundingMode.floor),
            div(x[0], x[1], RoundingMode.trunc),
            div(x[0], 0.7, RoundingMode.floor)] },
        // The package uses an operator that has no derivative.
        { "inplace_zero_in_graph", x => [(x[0] * 2).zero_() + x[0] * x[0]] },
        // The package ignores the argument.
        { "var_biased", x => [x[0].var(false)], x => [var(x[0], false)] },
        // The package passes a number where a pointer is expected.
        { "nanmean", x => [x[0].nanmean(), x[0].nanmean(1)], x => [nanmean(x[0]), nanmean(x[0], 1)] },
        // The package throws.
        { "diff_second", x => [x[0].diff(2, 0)], x => [diff(x[0], 2, 0)] },
        // The package indexes out of an array (and would contract the wrong dimensions of the first tensor).
        { "tensordot_count", x => [x[0].tensordot(x[1], 2)], x => [tensordot(x[0], x[1])] },
        // The package takes the arguments in the wrong order.
        { "baddbmm", x => [x[0].baddbmm(x[1], x[2], 0.5f, -2)], x => [baddbmm(x[0], x[1], x[2], 0.5f, -2)] },
        // The package passes align_corners, which the nearest mode refuses.
        { "upsample_nearest_function", x => [F.upsample_nearest(x[0], null, [2.0, 2.0])] },
        // The package returns the argument (0.99.6 does not).
        { "hardtanh", x => [Hardtanh(x[0])], x => [x[0].hardtanh(-0.8, 1.2)] },
        { "module_hardtanh", x => [nn.Hardtanh(-0.8, 1.2).call(x[0])] },
    };

#pragma warning disable CS0618 // The capitalized name is obsolete, but the only one that all versions have.
    private static Tensor Hardtanh(Tensor x) => F.Hardtanh(x, -0.8, 1.2);
#pragma warning restore CS0618
}
