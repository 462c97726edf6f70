using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Espalier.Torch.Tests.Operators;

/// <summary>Attention put together from products and a softmax, and its neighbours.</summary>
internal static class AttentionOperators
{
    public static readonly OperatorTable Table = new()
    {
        { "attention", x => [Attention(x[0], x[1], x[2])] },
        { "attention_causal", x => [Attention(x[0], x[1], x[2], ones(4, 4, dtype: ScalarType.Bool, device: x[0].device).triu(1))] },
        { "attention_einsum", x => [Einsum(x[0], x[1], x[2])] },
        { "attention_multi_head", x => [MultiHead(x[0], x[1], x[2], x[3], x[4])] },
        { "attention_linear", x => [Linear(x[0].relu(), x[1].relu(), x[2])] },
        { "attention_rotary", x => [Rotary(x[0], x[1].cos(), x[1].sin())] },
    };

    private static Tensor Attention(Tensor q, Tensor k, Tensor v, Tensor? mask = null)
    {
        var scores = matmul(q, k.transpose(-2, -1)) / Math.Sqrt(q.shape[^1]);
        if (mask is not null)
            scores = scores.masked_fill(mask, double.NegativeInfinity);
        return matmul(F.softmax(scores, -1), v);
    }

    private static Tensor Einsum(Tensor q, Tensor k, Tensor v)
    {
        var weights = F.softmax(einsum("bid,bjd->bij", q, k) * 0.7, -1);
        return einsum("bij,bjd->bid", weights, v);
    }

    private static Tensor MultiHead(Tensor x, Tensor qkvWeight, Tensor qkvBias, Tensor outWeight, Tensor outBias)
    {
        var qkv = F.linear(x, qkvWeight, qkvBias).chunk(3, -1);
        var y = Attention(Heads(qkv[0], 2), Heads(qkv[1], 2), Heads(qkv[2], 2));
        return F.linear(y.transpose(1, 2).reshape(x.shape), outWeight, outBias);
    }

    private static Tensor Heads(Tensor x, long count) =>
        x.view(x.shape[0], x.shape[1], count, x.shape[2] / count).transpose(1, 2);

    private static Tensor Linear(Tensor q, Tensor k, Tensor v)
    {
        var padded = F.pad(v, (0, 1), PaddingModes.Constant, 1.0);
        var y = matmul(q, matmul(k.transpose(-1, -2), padded));
        return y[TensorIndex.Ellipsis, ..^1] / (y[TensorIndex.Ellipsis, ^1..] + 1e-3);
    }

    private static Tensor Rotary(Tensor x, Tensor cosine, Tensor sine)
    {
        var even = x[TensorIndex.Ellipsis, TensorIndex.Slice(0, null, 2)];
        var odd = x[TensorIndex.Ellipsis, TensorIndex.Slice(1, null, 2)];
        return stack([even * cosine - odd * sine, even * sine + odd * cosine], -1).flatten(-2);
    }
}
