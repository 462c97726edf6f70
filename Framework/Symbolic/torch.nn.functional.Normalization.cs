namespace Espalier.Symbolic;

/// <content>Normalisations, and distances along a dimension.</content>
public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Normalises channels (dimension 1) over the batch, or by running statistics.</summary>
            public static SymbolicTensor batch_norm(
                SymbolicTensor input, SymbolicTensor? running_mean, SymbolicTensor? running_var, SymbolicTensor? weight = null,
                SymbolicTensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-5) =>
                input.Record("aten::batch_norm", input, weight, bias, running_mean, running_var, training, momentum, eps, true);

            /// <summary>Normalises channels of each instance by themselves.</summary>
            public static SymbolicTensor instance_norm(
                SymbolicTensor input, SymbolicTensor? running_mean = null, SymbolicTensor? running_var = null, SymbolicTensor? weight = null,
                SymbolicTensor? bias = null, bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5) =>
                input.Record("aten::instance_norm", input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, true);

            /// <summary>Normalises over the last dimensions.</summary>
            public static SymbolicTensor layer_norm(
                SymbolicTensor input, Dim[] normalized_shape, SymbolicTensor? weight = null, SymbolicTensor? bias = null, double eps = 1e-5) =>
                input.Record("aten::layer_norm", input, normalized_shape, weight, bias, eps, true);

            /// <summary>Normalises groups of channels of each instance.</summary>
            public static SymbolicTensor group_norm(
                SymbolicTensor input, Dim num_groups, SymbolicTensor? weight = null, SymbolicTensor? bias = null, double eps = 1e-5) =>
                input.Record("aten::group_norm", input, num_groups, weight, bias, eps, true);

            /// <summary>Divides by the norm along a dimension.</summary>
            public static SymbolicTensor normalize(SymbolicTensor input, double p = 2, Dim? dim = null, double eps = 1e-12) =>
                input / input.norm(dim ?? 1, true, (float)p).clamp_min(eps).expand_as(input);

            /// <summary>Divides by a power of the mean square of neighbouring channels.</summary>
            public static SymbolicTensor local_response_norm(SymbolicTensor input, Dim size, double alpha = 1e-4, double beta = 0.75, double k = 1)
            {
                var squares = (input * input).unsqueeze(1);
                Dim[] neighbours = [0, 0, size / 2, (size - 1) / 2];
                if (input.ndim == 3)
                {
                    squares = avg_pool2d(pad(squares, neighbours), [size, 1], [1]).squeeze(1);
                }
                else
                {
                    squares = squares.flatten(4);
                    squares = avg_pool3d(pad(squares, [0, 0, .. neighbours]), [size, 1, 1], [1]).squeeze(1).reshape(input.shape);
                }

                return input / (squares * alpha + k).pow(beta);
            }

            /// <summary>Cosine of the angle between vectors along a dimension.</summary>
            public static SymbolicTensor cosine_similarity(SymbolicTensor x1, SymbolicTensor x2, Dim? dim = null, double eps = 1e-8)
            {
                var along = dim ?? 1;
                return ((x1 / x1.norm(along, true).clamp_min(eps)) * (x2 / x2.norm(along, true).clamp_min(eps))).sum(along);
            }

            /// <summary>Norms of the differences along the last dimension.</summary>
            public static SymbolicTensor pairwise_distance(
                SymbolicTensor input1, SymbolicTensor input2, double p = 2, double eps = 1e-6, bool keepdim = false) =>
                (input1 - input2 + eps).norm(-1, keepdim, (float)p);

            /// <summary>A row per number: one at its position, zeros elsewhere.</summary>
            public static SymbolicTensor one_hot(SymbolicTensor x, Dim? num_classes = null) => x.Record("aten::one_hot", x, num_classes ?? -1);

            /// <summary>Attention: softmax(query key^T / sqrt(width) + mask) value; recorded as the products it consists of.</summary>
            public static SymbolicTensor scaled_dot_product_attention(
                SymbolicTensor query, SymbolicTensor key, SymbolicTensor value, SymbolicTensor? attn_mask = null, double p = 0,
                bool is_casual = false)
            {
                var scores = query.matmul(key.transpose(-2, -1)) * (1 / Math.Sqrt(query.size(-1)));
                if (is_casual)
                {
                    Dim[] sizes = [query.size(-2), key.size(-2)];
                    attn_mask = query.Record("aten::ones", sizes, (TorchSharp.torch.ScalarType?)TorchSharp.torch.ScalarType.Bool).tril();
                }

                if (attn_mask is not null)
                {
                    scores = attn_mask.dtype == TorchSharp.torch.ScalarType.Bool
                        ? scores.masked_fill(attn_mask.logical_not(), double.NegativeInfinity)
                        : scores + attn_mask;
                }

                var shares = scores.softmax(-1);
                return (p > 0 ? dropout(shares, p) : shares).matmul(value);
            }
        }
    }
}
