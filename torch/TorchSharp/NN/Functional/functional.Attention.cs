using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>Attention.</content>
        public static partial class functional
        {
            /// <summary>Values mixed by how well queries match keys: <c>softmax(query · keyᵀ / √size + mask) · value</c>.</summary>
            /// <param name="query">[*, queries, size].</param>
            /// <param name="key">[*, keys, size].</param>
            /// <param name="value">[*, keys, value size].</param>
            /// <param name="attn_mask">[*, queries, keys]: true for pairs that count, or what is added to their scores.</param>
            /// <param name="p">How likely a weight is set to zero.</param>
            /// <param name="is_casual">Whether a query sees only keys up to its own position.</param>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0, bool is_casual = false)
            {
                if (is_casual && attn_mask is not null)
                {
                    throw new ArgumentException("A causal mask and one of one's own cannot be combined.", nameof(attn_mask));
                }

                // Composed, because older versions of libtorch have no such operator.
                using var scope = NewDisposeScope();
                if (is_casual)
                {
                    var all = Aten.Call(
                        "aten::ones", new[] { query.shape[^2], key.shape[^2] }, ScalarType.Bool, Arg.None, query.device);
                    attn_mask = Aten.Call("aten::tril", all);
                }

                var scaled = Aten.Call("aten::div.Scalar", query, Math.Sqrt(query.shape[^1]));
                var scores = Aten.Call("aten::matmul", scaled, Aten.Call("aten::transpose.int", key, -2, -1));
                if (attn_mask is { dtype: ScalarType.Bool })
                {
                    scores = Aten.Call(
                        "aten::masked_fill.Scalar", scores, Aten.Call("aten::logical_not", attn_mask), double.NegativeInfinity);
                }
                else if (attn_mask is not null)
                {
                    scores = Aten.Call("aten::add.Tensor", scores, attn_mask);
                }

                var weights = dropout(softmax(scores, -1), p, p > 0);
                return Aten.Call("aten::matmul", weights, value).MoveToOuterDisposeScope();
            }
        }
    }
}
