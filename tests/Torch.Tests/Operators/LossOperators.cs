using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Espalier.Torch.Tests.Operators;

/// <summary>Losses as functions, in each reduction.</summary>
internal static class LossOperators
{
    public static readonly OperatorTable Table = new()
    {
        { "mse_loss", x => EveryReduction(r => F.mse_loss(x[0], x[1], r)) },
        { "l1_loss", x => EveryReduction(r => F.l1_loss(x[0], x[1], r)) },
        { "smooth_l1_loss", x => EveryReduction(r => F.smooth_l1_loss(x[0], x[1], r, 0.7)) },
        { "huber_loss", x => EveryReduction(r => F.huber_loss(x[0], x[1], 0.7, r)) },
        { "binary_cross_entropy", x => EveryReduction(r => F.binary_cross_entropy(x[0], x[1], null, r)) },
        { "binary_cross_entropy_weight", x => [F.binary_cross_entropy(x[0], x[1], x[2])] },
        { "binary_cross_entropy_with_logits", x => EveryReduction(r => F.binary_cross_entropy_with_logits(x[0], x[1], null, r)) },
        { "binary_cross_entropy_with_logits_weights", x => [F.binary_cross_entropy_with_logits(x[0], x[1], x[2], Reduction.Mean, x[3])] },
        { "cross_entropy", x => EveryReduction(r => F.cross_entropy(x[0], x[1], reduction: r)) },
        { "cross_entropy_weight", x => [F.cross_entropy(x[0], x[1], x[2])] },
        { "cross_entropy_ignore_index", x => [F.cross_entropy(x[0], x[1], ignore_index: 3)] },
        { "cross_entropy_label_smoothing", x => [
            F.cross_entropy(x[0], x[1], label_smoothing: 0.2),
            F.cross_entropy(x[0], x[1], x[2], reduction: Reduction.Sum, label_smoothing: 0.2)] },
        { "cross_entropy_probabilities", x => [F.cross_entropy(x[0], x[1])] },
        { "cross_entropy_images", x => [F.cross_entropy(x[0], x[1])] },
        { "nll_loss", x => EveryReduction(r => F.nll_loss(x[0], x[1], reduction: r)) },
        { "nll_loss_weight", x => [F.nll_loss(x[0], x[1], x[2])] },
        { "kl_div", x => [F.kl_div(x[0], x[1], false, Reduction.None), F.kl_div(x[0], x[1], false, Reduction.Sum)] },
        { "kl_div_log_target",
            x => [F.kl_div(x[0], x[1], true, Reduction.Sum)],
            x => [F.kl_div(x[0], x[1], reduction: Reduction.Sum)] },
        { "poisson_nll_loss", x => [F.poisson_nll_loss(x[0], x[1])] },
        { "soft_margin_loss", x => [F.soft_margin_loss(x[0], x[1])] },
        { "margin_ranking_loss", x => [F.margin_ranking_loss(x[0], x[1], x[2], 2.5)] },
        { "hinge_embedding_loss", x => [F.hinge_embedding_loss(x[0], x[1], 1.5)] },
        { "cosine_embedding_loss", x => [F.cosine_embedding_loss(x[0], x[1], x[2], -0.9)] },
        { "triplet_margin_loss", x => [F.triplet_margin_loss(x[0], x[1], x[2], 6.0)] },
        { "multi_margin_loss", x => [F.multi_margin_loss(x[0], x[1], 1, 5.0)] },
        { "multilabel_soft_margin_loss", x => [F.multilabel_soft_margin_loss(x[0], x[1])] },
        { "ctc_loss", x => [F.ctc_loss(F.log_softmax(x[0], -1), x[1], x[2], x[3], 0, false, Reduction.Sum)] },
        { "log_cosh_by_hand", x => [log(cosh(x[0] - x[1])).mean()] },
    };

    private static Tensor[] EveryReduction(Func<Reduction, Tensor> loss) =>
        [loss(Reduction.None), loss(Reduction.Mean), loss(Reduction.Sum)];
}
