using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Attention with several heads, over [length, batch, size]. Its parameters are PyTorch's: <c>in_proj_weight</c> (or
/// <c>q_proj_weight</c>, <c>k_proj_weight</c> and <c>v_proj_weight</c> where sizes differ), <c>in_proj_bias</c>, <c>bias_k</c>,
/// <c>bias_v</c> and the module <c>out_proj</c>.
/// </summary>
public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor>>
{
    private readonly long heads;
    private readonly double dropout;
    private readonly bool addZeroAttention;
    private readonly Parameter? packedWeight;
    private readonly Parameter[]? separateWeights;
    private readonly Parameter? inputBias;
    private readonly Parameter? keyBias;
    private readonly Parameter? valueBias;
    private readonly Linear output;

    internal MultiheadAttention(
        long size, long heads, double dropout, bool bias, bool addBiasKv, bool addZeroAttention, long keySize, long valueSize)
        : base(nameof(MultiheadAttention))
    {
        if (size % heads != 0)
        {
            throw new ArgumentException($"A size of {size} cannot be shared by {heads} heads.", nameof(heads));
        }

        this.heads = heads;
        this.dropout = dropout;
        this.addZeroAttention = addZeroAttention;
        if (keySize == size && valueSize == size)
        {
            packedWeight = New("in_proj_weight", [3 * size, size]);
        }
        else
        {
            separateWeights =
            [
                New("q_proj_weight", [size, size]), New("k_proj_weight", [size, keySize]), New("v_proj_weight", [size, valueSize]),
            ];
        }

        inputBias = bias ? New("in_proj_bias", [3 * size]) : null;
        output = new Linear(size, size, bias, null, null);
        register_module("out_proj", output);
        if (addBiasKv)
        {
            keyBias = New("bias_k", [1, 1, size]);
            valueBias = New("bias_v", [1, 1, size]);
        }

        Reset();
    }

    /// <summary>Runs the module.</summary>
    /// <param name="query">[queries, batch, size].</param>
    /// <param name="key">[keys, batch, key size].</param>
    /// <param name="value">[keys, batch, value size].</param>
    /// <param name="key_padding_mask">[batch, keys]: true for keys that do not count, or what is added to their scores.</param>
    /// <param name="need_weights">Whether the attention weights are wanted.</param>
    /// <param name="attn_mask">
    /// [queries, keys] or [batch · heads, queries, keys]: true for pairs that do not count, or what is added.
    /// </param>
    /// <returns>[queries, batch, size], and [batch, queries, keys] or null: the weights' mean over the heads.</returns>
    public new Tuple<Tensor, Tensor> call(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
        base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

    /// <summary>The same without hooks.</summary>
    public override Tuple<Tensor, Tensor> forward(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
    {
        using var scope = NewDisposeScope();
        var (queries, batch) = query.shape is [var length, var count, _]
            ? (length, count)
            : throw new ArgumentException($"Queries must have the shape [length, batch, size]: {query}.", nameof(query));
        var added = (keyBias is null ? 0 : 1) + (addZeroAttention ? 1 : 0);
        var mask = CombinedMask(attn_mask, key_padding_mask, batch, added);
        var (q, k, v) = Projections(query, key, value);
        if (keyBias is not null)
        {
            k = Aten.Call("aten::cat", new[] { k, Aten.Call("aten::expand", keyBias, new[] { 1, batch, -1 }) });
            v = Aten.Call("aten::cat", new[] { v, Aten.Call("aten::expand", valueBias, new[] { 1, batch, -1 }) });
        }

        (q, k, v) = (ByHead(q, batch), ByHead(k, batch), ByHead(v, batch));
        if (addZeroAttention)
        {
            (k, v) = (Padded(k, 0, 0, 0, 1), Padded(v, 0, 0, 0, 1));
        }

        q = Aten.Call("aten::div.Scalar", q, Math.Sqrt(q.shape[2]));
        var keys = Aten.Call("aten::transpose.int", k, -2, -1);
        var scores = mask is null ? Aten.Call("aten::bmm", q, keys) : Aten.Call("aten::baddbmm", mask, q, keys);
        var weights = nn.functional.dropout(nn.functional.softmax(scores, -1), dropout, training);
        var mixed = Aten.Call("aten::transpose.int", Aten.Call("aten::bmm", weights, v), 0, 1);
        var result = output.call(Aten.Call("aten::reshape", mixed, new[] { queries, batch, -1 }));
        var mean = need_weights
            ? Aten.Call("aten::mean.dim", Aten.Call("aten::view", weights, new[] { batch, heads, queries, -1 }), new long[] { 1 })
            : null;
        return Tuple.Create(result.MoveToOuterDisposeScope(), mean?.MoveToOuterDisposeScope()!);
    }

    private Parameter New(string name, long[] shape)
    {
        var parameter = nn.init.NewParameter(shape, null, null);
        register_parameter(name, parameter);
        return parameter;
    }

    /// <summary>In PyTorch's order; the output's weight was drawn before.</summary>
    private void Reset()
    {
        foreach (var weight in separateWeights ?? [packedWeight!])
        {
            nn.init.xavier_uniform_(weight);
        }

        if (inputBias is not null)
        {
            nn.init.zeros_(inputBias);
            nn.init.zeros_(output.bias!);
        }

        if (keyBias is not null)
        {
            nn.init.xavier_normal_(keyBias);
            nn.init.xavier_normal_(valueBias!);
        }
    }

    private (Tensor Query, Tensor Key, Tensor Value) Projections(Tensor query, Tensor key, Tensor value)
    {
        if (packedWeight is not null && ReferenceEquals(query, key) && ReferenceEquals(key, value))
        {
            var all = Aten.CallList("aten::chunk", nn.functional.linear(query, packedWeight, inputBias), 3, -1);
            return (all[0], all[1], all[2]);
        }

        Tensor[] weights = separateWeights ?? Aten.CallList("aten::chunk", packedWeight, 3, 0);
        var biases = inputBias is null ? null : Aten.CallList("aten::chunk", inputBias, 3, 0);
        return (
            nn.functional.linear(query, weights[0], biases?[0]),
            nn.functional.linear(key, weights[1], biases?[1]),
            nn.functional.linear(value, weights[2], biases?[2]));
    }

    /// <summary>[length, batch, size] to [batch · heads, length, size / heads].</summary>
    private Tensor ByHead(Tensor tensor, long batch) => Aten.Call(
        "aten::transpose.int",
        Aten.Call("aten::reshape", tensor, new[] { tensor.shape[0], batch * heads, tensor.shape[2] / heads }), 0, 1);

    /// <summary>What is added to the scores of [batch · heads, queries, keys].</summary>
    private Tensor? CombinedMask(Tensor? pairs, Tensor? padding, long batch, long added)
    {
        pairs = Additive(pairs, added);
        padding = Additive(padding, added);
        if (pairs is { ndim: 2 })
        {
            pairs = Aten.Call("aten::unsqueeze", pairs, 0);
        }

        if (padding is null)
        {
            return pairs;
        }

        var keys = padding.shape[^1];
        padding = Aten.Call("aten::expand", Aten.Call("aten::view", padding, new[] { batch, 1, 1, keys }), new[] { -1, heads, -1, -1 });
        padding = Aten.Call("aten::reshape", padding, new[] { batch * heads, 1, keys });
        return pairs is null ? padding : Aten.Call("aten::add.Tensor", pairs, padding);
    }

    private Tensor? Additive(Tensor? mask, long added)
    {
        if (mask is { dtype: ScalarType.Bool })
        {
            var zeros = Aten.Call("aten::zeros_like", mask, output.weight.dtype);
            mask = Aten.Call("aten::masked_fill.Scalar", zeros, mask, double.NegativeInfinity);
        }

        return mask is null || added == 0 ? mask : Padded(mask, 0, added);
    }

    private static Tensor Padded(Tensor tensor, params long[] sides) => Aten.Call("aten::constant_pad_nd", tensor, sides);
}
