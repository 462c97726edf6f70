"""Modules whose parameters are set from the inputs, so that their gradients are compared too."""

import torch
from torch import nn
from torch.nn.utils.stateless import functional_call

from .table import case, flags, real, values, whole

CLASSES = values([2, 0, 3, 1])
POSITIVE = real(4, lo=0.3, hi=2, grad=False)


def module(make, *names, train=True):
    """Calls the module on the first input with the further inputs as its parameters or buffers `names`."""

    def function(x, *parameters):
        made = make().double() if x.dtype != torch.float32 else make()
        return functional_call(made.train(train), dict(zip(names, parameters)), (x,))

    return function


def normalized(make, train):
    """A normalization with running statistics: they are outputs too."""

    def function(x, w, b, mean, variance):
        state = {"weight": w, "bias": b, "running_mean": mean.clone(), "running_var": variance.clone()}
        made = make().to(x.dtype).train(train)
        return [functional_call(made, state, (x,)), state["running_mean"], state["running_var"]]

    return function


WB = ("weight", "bias")
STATISTICS = [real(3, grad=False), real(3, lo=0.5, hi=2, grad=False)]

case("module_linear", [real(2, 3), real(4, 3), real(4)], module(lambda: nn.Linear(3, 4), *WB))
case("module_linear_no_bias", [real(2, 3), real(4, 3)], module(lambda: nn.Linear(3, 4, bias=False), "weight"))
case("module_bilinear", [real(2, 2), real(2, 3), real(4, 2, 3), real(4)],
     lambda x, y, w, b: functional_call(nn.Bilinear(2, 3, 4).to(x.dtype), {"weight": w, "bias": b}, (x, y)))
case("module_conv1d", [real(1, 2, 7), real(3, 2, 3), real(3)], module(lambda: nn.Conv1d(2, 3, 3, stride=2, padding=1), *WB))
case("module_conv2d", [real(1, 2, 4, 4), real(3, 2, 3, 3), real(3)], module(lambda: nn.Conv2d(2, 3, 3), *WB))
case("module_conv2d_stride_padding", [real(1, 2, 5, 5), real(2, 2, 3, 3)],
     module(lambda: nn.Conv2d(2, 2, 3, stride=2, padding=1, bias=False), "weight"))
case("module_conv2d_dilation", [real(1, 1, 5, 6), real(2, 1, 2, 2), real(2)], module(lambda: nn.Conv2d(1, 2, 2, dilation=2), *WB))
case("module_conv2d_rectangular", [real(1, 2, 4, 5), real(2, 2, 3, 2), real(2)],
     module(lambda: nn.Conv2d(2, 2, (3, 2), stride=(1, 2), padding=(1, 0)), *WB))
case("module_conv2d_groups", [real(1, 4, 3, 3), real(4, 2, 2, 2), real(4)], module(lambda: nn.Conv2d(4, 4, 2, groups=2), *WB))
case("module_conv2d_depthwise", [real(1, 3, 4, 4), real(6, 1, 3, 3), real(6)], module(lambda: nn.Conv2d(3, 6, 3, padding=1, groups=3), *WB))
case("module_conv2d_pointwise", [real(1, 3, 3, 3), real(2, 3, 1, 1)], module(lambda: nn.Conv2d(3, 2, 1, bias=False), "weight"))
case("module_conv2d_reflect", [real(1, 1, 4, 4), real(2, 1, 3, 3), real(2)],
     module(lambda: nn.Conv2d(1, 2, 3, padding=1, padding_mode="reflect"), *WB))
case("module_conv2d_same", [real(1, 1, 4, 5), real(2, 1, 3, 3), real(2)], module(lambda: nn.Conv2d(1, 2, 3, padding="same"), *WB))
case("module_conv_transpose1d", [real(1, 2, 4), real(2, 3, 3), real(3)],
     module(lambda: nn.ConvTranspose1d(2, 3, 3, stride=2, padding=1), *WB))
case("module_conv_transpose2d", [real(1, 2, 3, 3), real(2, 2, 3, 3), real(2)],
     module(lambda: nn.ConvTranspose2d(2, 2, 3, stride=2, padding=1, output_padding=1), *WB))
case("module_batch_norm1d_train", [real(5, 3), real(3), real(3), *STATISTICS], normalized(lambda: nn.BatchNorm1d(3), True))
case("module_batch_norm1d_eval", [real(2, 3, 4), real(3), real(3), *STATISTICS], normalized(lambda: nn.BatchNorm1d(3), False))
case("module_batch_norm2d_train", [real(2, 3, 2, 2), real(3), real(3), *STATISTICS],
     normalized(lambda: nn.BatchNorm2d(3, eps=1e-4, momentum=0.3), True))
case("module_batch_norm2d_eval", [real(2, 3, 2, 2), real(3), real(3), *STATISTICS], normalized(lambda: nn.BatchNorm2d(3, eps=1e-4), False))
case("module_batch_norm2d_plain", [real(2, 3, 2, 2)], module(lambda: nn.BatchNorm2d(3, affine=False)))
case("module_layer_norm", [real(2, 3, 4), real(4), real(4)], module(lambda: nn.LayerNorm(4), *WB))
case("module_layer_norm_two_dims", [real(2, 3, 4), real(3, 4), real(3, 4)], module(lambda: nn.LayerNorm([3, 4], eps=1e-4), *WB))
case("module_group_norm", [real(2, 4, 3), real(4), real(4)], module(lambda: nn.GroupNorm(2, 4), *WB))
case("module_instance_norm2d", [real(2, 3, 2, 3), real(3), real(3)], module(lambda: nn.InstanceNorm2d(3, affine=True), *WB))
case("module_instance_norm2d_plain", [real(2, 3, 2, 3)], module(lambda: nn.InstanceNorm2d(3)))
case("module_embedding", [whole(2, 3, hi=4), real(5, 3)], module(lambda: nn.Embedding(5, 3), "weight"))
case("module_embedding_padding", [values([[1, 0], [2, 1]]), real(4, 3)], module(lambda: nn.Embedding(4, 3, padding_idx=1), "weight"))
case("module_multihead_attention", [real(3, 1, 4), real(12, 4), real(12), real(4, 4), real(4)],
     lambda x, wi, bi, wo, bo: functional_call(
         nn.MultiheadAttention(4, 2).to(x.dtype),
         {"in_proj_weight": wi, "in_proj_bias": bi, "out_proj.weight": wo, "out_proj.bias": bo}, (x, x, x)))

# Modules without parameters.
X = [real(3, 4, away=[0])]
for name, make in [
    ("relu", nn.ReLU), ("gelu", nn.GELU), ("silu", nn.SiLU), ("sigmoid", nn.Sigmoid), ("tanh", nn.Tanh),
    ("softmax", lambda: nn.Softmax(1)), ("log_softmax", lambda: nn.LogSoftmax(1)), ("softmin", lambda: nn.Softmin(0)),
    ("leaky_relu", lambda: nn.LeakyReLU(0.2)), ("elu", lambda: nn.ELU(0.7)), ("selu", nn.SELU), ("celu", lambda: nn.CELU(0.7)),
    ("mish", nn.Mish), ("softplus", nn.Softplus), ("softsign", nn.Softsign), ("tanhshrink", nn.Tanhshrink), ("glu", nn.GLU),
    ("identity", nn.Identity), ("dropout_eval", lambda: nn.Dropout(0.5)),
]:
    case(f"module_{name}", X, module(make, train=False))
case("module_relu6", [real(3, 4, lo=-4, hi=9, away=[0, 6])], module(nn.ReLU6))
case("module_hardswish", [real(3, 4, lo=-5, hi=5, away=[-3, 3])], module(nn.Hardswish))
case("module_hardsigmoid", [real(3, 4, lo=-5, hi=5, away=[-3, 3])], module(nn.Hardsigmoid))
case("module_threshold", [real(3, 4, away=[0.3])], module(lambda: nn.Threshold(0.3, -1.5)))
case("module_softshrink", [real(3, 4, away=[-0.4, 0.4])], module(lambda: nn.Softshrink(0.4)))
case("module_hardshrink", [real(3, 4, away=[-0.4, 0.4])], module(lambda: nn.Hardshrink(0.4)))
case("module_softmax2d", [real(1, 3, 2, 2)], module(nn.Softmax2d))
case("module_dropout2d_eval", [real(1, 2, 2, 2)], module(nn.Dropout2d, train=False))

IMAGE = [real(1, 2, 4, 4)]
case("module_max_pool1d", [real(1, 2, 6)], module(lambda: nn.MaxPool1d(2)))
case("module_max_pool2d", IMAGE, module(lambda: nn.MaxPool2d(2)))
case("module_max_pool2d_stride", [real(1, 1, 5, 5)], module(lambda: nn.MaxPool2d(3, stride=2, padding=1)))
case("module_avg_pool1d", [real(1, 2, 6)], module(lambda: nn.AvgPool1d(2)))
case("module_avg_pool2d", IMAGE, module(lambda: nn.AvgPool2d(2)))
case("module_avg_pool2d_stride", [real(1, 1, 5, 5)], module(lambda: nn.AvgPool2d(3, stride=2, padding=1)))
case("module_adaptive_avg_pool2d", [real(1, 2, 5, 4)], module(lambda: nn.AdaptiveAvgPool2d((3, 2))))
case("module_adaptive_avg_pool2d_one", IMAGE, module(lambda: nn.AdaptiveAvgPool2d(1)))
case("module_adaptive_max_pool2d", [real(1, 2, 5, 4)], module(lambda: nn.AdaptiveMaxPool2d((3, 2))))
case("module_flatten", [real(2, 3, 2)], module(nn.Flatten))
case("module_flatten_range", [real(2, 3, 2, 2)], module(lambda: nn.Flatten(0, 1)))
case("module_unflatten", [real(2, 6)], module(lambda: nn.Unflatten(1, (2, 3))))
case("module_upsample_nearest", IMAGE, module(lambda: nn.Upsample(scale_factor=(2.0, 2.0), mode="nearest")))
case("module_upsample_bilinear", [real(1, 1, 3, 3)], module(lambda: nn.Upsample(size=(5, 4), mode="bilinear", align_corners=True)))
case("module_pixel_shuffle", [real(1, 4, 2, 3)], module(lambda: nn.PixelShuffle(2)))
case("module_pixel_unshuffle", IMAGE, module(lambda: nn.PixelUnshuffle(2)))
case("module_zero_pad2d", IMAGE, module(lambda: nn.ZeroPad2d((1, 2, 0, 1))))
case("module_constant_pad2d", IMAGE, module(lambda: nn.ConstantPad2d(1, 0.75)))
case("module_reflection_pad2d", IMAGE, module(lambda: nn.ReflectionPad2d((1, 2, 0, 1))))
case("module_replication_pad2d", IMAGE, module(lambda: nn.ReplicationPad2d(1)))
case("module_cosine_similarity", [real(3, 4), real(3, 4)], lambda x, y: nn.CosineSimilarity(1, 1e-8)(x, y))

# Modules made of modules.
case("module_sequential", [real(2, 3), real(4, 3), real(4), real(2, 4), real(2)],
     module(lambda: nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2)), "0.weight", "0.bias", "2.weight", "2.bias"))
case("module_sequential_convolutions", [real(1, 1, 5, 5), real(2, 1, 3, 3), real(2), real(2), real(2), real(3, 2)],
     module(lambda: nn.Sequential(nn.Conv2d(1, 2, 3), nn.GroupNorm(1, 2), nn.GELU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(),
                                  nn.Linear(2, 3, bias=False)), "0.weight", "0.bias", "1.weight", "1.bias", "5.weight"))

# Losses as modules.
case("module_cross_entropy", [real(4, 4), CLASSES], lambda x, y: nn.CrossEntropyLoss()(x, y))
case("module_cross_entropy_weight", [real(4, 4), CLASSES, POSITIVE],
     lambda x, y, w: [nn.CrossEntropyLoss(w)(x, y), nn.CrossEntropyLoss(w, reduction="none")(x, y)])
case("module_cross_entropy_label_smoothing", [real(4, 4), CLASSES, POSITIVE],
     lambda x, y, w: nn.CrossEntropyLoss(w, ignore_index=3, label_smoothing=0.2)(x, y))
case("module_mse_loss", [real(3, 4), real(3, 4)], lambda x, y: [nn.MSELoss()(x, y), nn.MSELoss(reduction="sum")(x, y)])
case("module_l1_loss", [real(3, 4, lo=0, hi=1), real(3, 4, lo=1.1, hi=2)], lambda x, y: nn.L1Loss()(x, y))
case("module_smooth_l1_loss", [real(3, 4), real(3, 4)], lambda x, y: nn.SmoothL1Loss(beta=0.6)(x, y))
case("module_huber_loss", [real(3, 4), real(3, 4)], lambda x, y: nn.HuberLoss(delta=0.6)(x, y))
case("module_bce_loss", [real(3, 4, lo=0.05, hi=0.95), real(3, 4, lo=0.05, hi=0.95, grad=False)], lambda x, y: nn.BCELoss()(x, y))
case("module_bce_with_logits", [real(3, 4), real(3, 4, lo=0.05, hi=0.95, grad=False)], lambda x, y: nn.BCEWithLogitsLoss()(x, y))
case("module_bce_with_logits_weights", [real(3, 4), real(3, 4, lo=0.05, hi=0.95, grad=False), POSITIVE, POSITIVE],
     lambda x, y, w, p: nn.BCEWithLogitsLoss(w, pos_weight=p)(x, y))
case("module_nll_loss", [real(4, 4, lo=-3, hi=0), CLASSES], lambda x, y: nn.NLLLoss()(x, y))
case("module_nll_loss_weight", [real(4, 4, lo=-3, hi=0), CLASSES, POSITIVE], lambda x, y, w: nn.NLLLoss(w)(x, y))
case("module_kl_div_loss", [real(3, 4, lo=-3, hi=0), real(3, 4, lo=0.05, hi=0.95, grad=False)],
     lambda x, y: [nn.KLDivLoss(reduction="sum", log_target=False)(x, y), nn.KLDivLoss(reduction="sum", log_target=True)(x, torch.log(y))])
