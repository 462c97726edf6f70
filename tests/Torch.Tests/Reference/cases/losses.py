"""Losses as functions, in each reduction."""

from functools import partial

import torch
import torch.nn.functional as F

from .table import case, flags, real, values

CLASSES = values([2, 0, 3, 1])
TARGET = real(3, 4, grad=False)
POSITIVE = real(4, lo=0.3, hi=2, grad=False)
PROBABILITIES = real(3, 4, lo=0.05, hi=0.95, grad=False)


def every_reduction(loss):
    return lambda *x: [loss(*x, reduction=r) for r in ("none", "mean", "sum")]


case("mse_loss", [real(3, 4), real(3, 4)], every_reduction(F.mse_loss))
case("l1_loss", [real(3, 4, lo=0, hi=1), real(3, 4, lo=1.1, hi=2)], every_reduction(F.l1_loss))
case("smooth_l1_loss", [real(3, 4, lo=0, hi=1), TARGET], every_reduction(partial(F.smooth_l1_loss, beta=0.7)))
case("huber_loss", [real(3, 4, lo=0, hi=1), TARGET], every_reduction(partial(F.huber_loss, delta=0.7)))
case("binary_cross_entropy", [real(3, 4, lo=0.05, hi=0.95), PROBABILITIES], every_reduction(F.binary_cross_entropy))
case("binary_cross_entropy_weight", [real(3, 4, lo=0.05, hi=0.95), PROBABILITIES, POSITIVE],
     lambda x, y, w: F.binary_cross_entropy(x, y, weight=w))
case("binary_cross_entropy_with_logits", [real(3, 4), PROBABILITIES], every_reduction(F.binary_cross_entropy_with_logits))
case("binary_cross_entropy_with_logits_weights", [real(3, 4), PROBABILITIES, POSITIVE, POSITIVE],
     lambda x, y, w, p: F.binary_cross_entropy_with_logits(x, y, weight=w, pos_weight=p))
case("cross_entropy", [real(4, 4), CLASSES], every_reduction(F.cross_entropy))
case("cross_entropy_weight", [real(4, 4), CLASSES, POSITIVE], lambda x, y, w: F.cross_entropy(x, y, weight=w))
case("cross_entropy_ignore_index", [real(4, 4), CLASSES], lambda x, y: F.cross_entropy(x, y, ignore_index=3))
case("cross_entropy_label_smoothing", [real(4, 4), CLASSES, POSITIVE],
     lambda x, y, w: [F.cross_entropy(x, y, label_smoothing=0.2), F.cross_entropy(x, y, weight=w, label_smoothing=0.2, reduction="sum")])
case("cross_entropy_probabilities", [real(3, 4), PROBABILITIES], F.cross_entropy)
case("cross_entropy_images", [real(1, 4, 2, 2), values([[[2, 0], [3, 1]]])], F.cross_entropy)
case("nll_loss", [real(4, 4, lo=-3, hi=0), CLASSES], every_reduction(F.nll_loss))
case("nll_loss_weight", [real(4, 4, lo=-3, hi=0), CLASSES, POSITIVE], lambda x, y, w: F.nll_loss(x, y, weight=w))
case("kl_div", [real(3, 4, lo=-3, hi=0), PROBABILITIES],
     lambda x, y: [F.kl_div(x, y, reduction=r, log_target=False) for r in ("none", "sum")])
case("kl_div_log_target", [real(3, 4, lo=-3, hi=0), real(3, 4, lo=-3, hi=0)], lambda x, y: F.kl_div(x, y, reduction="sum", log_target=True))
case("poisson_nll_loss", [real(3, 4), real(3, 4, lo=0, hi=4, grad=False)],
     lambda x, y: F.poisson_nll_loss(x, y, log_input=True, full=False))
case("soft_margin_loss", [real(3, 2), values([[1.0, -1.0], [-1.0, -1.0], [1.0, 1.0]])], F.soft_margin_loss)
case("margin_ranking_loss", [real(4), real(4), values([1.0, -1.0, 1.0, -1.0])], lambda x, y, t: F.margin_ranking_loss(x, y, t, margin=2.5))
case("hinge_embedding_loss", [real(4, lo=0.1, hi=1), values([1.0, -1.0, 1.0, -1.0])], lambda x, t: F.hinge_embedding_loss(x, t, margin=1.5))
case("cosine_embedding_loss", [real(2, 3), real(2, 3), values([1.0, -1.0])], lambda x, y, t: F.cosine_embedding_loss(x, y, t, margin=-0.9))
case("triplet_margin_loss", [real(2, 3), real(2, 3), real(2, 3)], lambda a, p, n: F.triplet_margin_loss(a, p, n, margin=6.0))
case("multi_margin_loss", [real(4, 4), CLASSES], lambda x, y: F.multi_margin_loss(x, y, margin=5.0))
case("multilabel_soft_margin_loss", [real(2, 3), values([[1.0, 0.0, 1.0], [0.0, 0.0, 1.0]])], F.multilabel_soft_margin_loss)
case("ctc_loss", [real(5, 2, 4), values([[1, 2], [3, 1]]), values([5, 4]), values([2, 2])],
     lambda x, t, i, n: F.ctc_loss(F.log_softmax(x, -1), t, i, n, blank=0, reduction="sum"))
case("log_cosh_by_hand", [real(3, 4), real(3, 4)], lambda x, y: torch.log(torch.cosh(x - y)).mean())
