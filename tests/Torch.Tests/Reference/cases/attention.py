"""Scaled dot product attention put together from products and a softmax, and its neighbours."""

import math

import torch
import torch.nn.functional as F

from .table import case, flags, real, values


def attention(q, k, v, mask=None):
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(mask, float("-inf"))
    return torch.softmax(scores, -1) @ v


def heads(x, n):
    return x.view(x.shape[0], x.shape[1], n, x.shape[2] // n).transpose(1, 2)


def multi_head(x, w_qkv, b_qkv, w_out, b_out):
    q, k, v = F.linear(x, w_qkv, b_qkv).chunk(3, -1)
    y = attention(heads(q, 2), heads(k, 2), heads(v, 2))
    return F.linear(y.transpose(1, 2).reshape(x.shape), w_out, b_out)


def linear_attention(q, k, v):
    q, k = F.relu(q), F.relu(k)
    padded = F.pad(v, (0, 1), value=1.0)
    y = q @ (k.transpose(-1, -2) @ padded)
    return y[..., :-1] / (y[..., -1:] + 1e-3)


case("attention", [real(1, 2, 3, 4), real(1, 2, 5, 4), real(1, 2, 5, 3)], attention)
case("attention_causal", [real(1, 4, 3), real(1, 4, 3), real(1, 4, 3)],
     lambda q, k, v: attention(q, k, v, torch.triu(torch.ones(4, 4, dtype=torch.bool), 1)))
case("attention_einsum", [real(2, 3, 2), real(2, 4, 2), real(2, 4, 3)],
     lambda q, k, v: torch.einsum("bij,bjd->bid", torch.softmax(torch.einsum("bid,bjd->bij", q, k) * 0.7, -1), v))
case("attention_multi_head", [real(1, 3, 4), real(12, 4), real(12), real(4, 4), real(4)], multi_head)
case("attention_linear", [real(1, 3, 4, lo=-1, hi=2, away=[0]), real(1, 3, 4, lo=-1, hi=2, away=[0]), real(1, 3, 2)], linear_attention)
case("attention_rotary", [real(2, 3, 4), real(3, 2)],
     lambda x, a: torch.stack((x[..., 0::2] * a.cos() - x[..., 1::2] * a.sin(),
                               x[..., 0::2] * a.sin() + x[..., 1::2] * a.cos()), -1).flatten(-2))
