"""Normalizations as functions; the running statistics are outputs too, since they change in place."""

import torch
import torch.nn.functional as F

from .table import case, real, values

STATISTICS = [real(3, grad=False), real(3, lo=0.5, hi=2, grad=False)]


def batch_norm(training, momentum=0.1):
    def function(x, mean, variance, w, b):
        mean, variance = mean.clone(), variance.clone()
        return [F.batch_norm(x, mean, variance, w, b, training, momentum, 1e-4), mean, variance]

    return function


case("layer_norm", [real(2, 3, 4), real(4), real(4)], lambda x, w, b: F.layer_norm(x, (4,), w, b, 1e-4))
case("layer_norm_two_dims", [real(2, 3, 4), real(3, 4), real(3, 4)], lambda x, w, b: F.layer_norm(x, (3, 4), w, b))
case("layer_norm_plain", [real(2, 3, 4)], lambda x: F.layer_norm(x, (4,)))
case("group_norm", [real(2, 4, 3), real(4), real(4)], lambda x, w, b: F.group_norm(x, 2, w, b, 1e-4))
case("group_norm_plain", [real(1, 4, 2, 2)], lambda x: F.group_norm(x, 4))
case("batch_norm_train", [real(2, 3, 4), *STATISTICS, real(3), real(3)], batch_norm(True))
case("batch_norm_train_momentum", [real(2, 3, 2, 2), *STATISTICS, real(3), real(3)], batch_norm(True, 0.3))
case("batch_norm_eval", [real(2, 3, 4), *STATISTICS, real(3), real(3)], batch_norm(False))
case("batch_norm_plain", [real(4, 3), *STATISTICS], lambda x, m, v: F.batch_norm(x, m, v))
case("instance_norm", [real(2, 3, 2, 3), real(3), real(3)],
     lambda x, w, b: F.instance_norm(x, None, None, w, b, True, 0.1, 1e-4))
case("instance_norm_plain", [real(2, 3, 5)], lambda x: F.instance_norm(x))
case("local_response_norm", [real(1, 4, 3)], lambda x: F.local_response_norm(x, 3, 0.1, 0.75, 1.5))
case("cosine_similarity", [real(3, 4), real(3, 4)], lambda x, y: F.cosine_similarity(x, y, 1, 1e-8))
case("cosine_similarity_dim0", [real(3, 4), real(3, 4)], lambda x, y: F.cosine_similarity(x, y, 0))
case("pairwise_distance", [real(3, 4), real(3, 4)], lambda x, y: F.pairwise_distance(x, y, 2.0))
case("normalize_by_hand", [real(3, 4)], lambda x: F.normalize(x, dim=1))
case("rms_norm_by_hand", [real(3, 4), real(4)], lambda x, w: x * torch.rsqrt(x.square().mean((-1,), keepdim=True) + 1e-5) * w)
case("dropout_eval", [real(3, 4)], lambda x: F.dropout(x, 0.4, training=False))
case("dropout2d_eval", [real(1, 2, 2, 2)], lambda x: F.dropout2d(x, 0.4, training=False))
case("dropout_train_zero", [real(3, 4)], lambda x: F.dropout(x, 0.0, training=True))
case("embedding_by_index_select", [real(5, 3), values([4, 0, 0, 2])], lambda w, i: torch.index_select(w, 0, i).view(2, 2, 3))
