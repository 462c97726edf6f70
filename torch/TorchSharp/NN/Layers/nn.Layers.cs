using TorchSharp.Modules;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A fully connected layer with random values.</summary>
        public static Linear Linear(
            long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, outputSize, hasBias, device, dtype);

        /// <summary>A fully connected layer with given values, which become the module's own.</summary>
        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

        /// <summary>A table of random vectors, looked up by index.</summary>
        /// <param name="num_embeddings">The number of vectors.</param>
        /// <param name="embedding_dims">Their size.</param>
        /// <param name="padding_idx">An index whose vector is zero and is not learnt.</param>
        /// <param name="max_norm">Vectors that are looked up are scaled down to this norm.</param>
        /// <param name="norm_type">The p of that norm.</param>
        /// <param name="scale_grad_by_freq">Divides gradients by how often an index occurs.</param>
        /// <param name="sparse">Makes the gradient sparse.</param>
        /// <param name="device">Where the table lies.</param>
        /// <param name="dtype">The table's dtype.</param>
        public static Embedding Embedding(
            long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2,
            bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
            new(null, num_embeddings, embedding_dims, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse, device, dtype);

        /// <summary>A table over given vectors, looked up by index; their memory is shared.</summary>
        public static Embedding Embedding_from_pretrained(
            Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2,
            bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
            new(
                Pretrained(embeddings, freeze, device, dtype), 0, 0, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse, null,
                null);

        /// <summary>Passes its input on.</summary>
        public static Identity Identity() => new();

        /// <summary>Makes the dimensions from one to another a single one.</summary>
        public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

        /// <summary>Makes one dimension several.</summary>
        public static Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);

        /// <summary>A bilinear form for each output, with random values.</summary>
        public static Bilinear Bilinear(
            long in1_features, long in2_features, long out_features, bool hasBias = true, Device? device = null,
            ScalarType? dtype = null) =>
            new(in1_features, in2_features, out_features, hasBias, device, dtype);

        /// <summary>The cosine of the angle between vectors.</summary>
        public static CosineSimilarity CosineSimilarity(long dim = 1, double eps = 1E-08) => new(dim, eps);

        /// <summary>The p-norm of the differences between vectors along the last dimension.</summary>
        public static PairwiseDistance PairwiseDistance(double p = 2, double eps = 1E-06, bool keepdim = false) => new(p, eps, keepdim);

        /// <summary>Attention with several heads, over [length, batch, size].</summary>
        /// <param name="embedded_dim">The size of queries and results.</param>
        /// <param name="num_heads">The number of heads, which share the size.</param>
        /// <param name="dropout">How likely an attention weight is set to zero in training.</param>
        /// <param name="bias">Whether the projections have biases.</param>
        /// <param name="add_bias_kv">Whether a learnt key and value are added.</param>
        /// <param name="add_zero_attn">Whether a key and value of zeros are added.</param>
        /// <param name="kdim">The size of keys, if another.</param>
        /// <param name="vdim">The size of values, if another.</param>
        public static MultiheadAttention MultiheadAttention(
            long embedded_dim, long num_heads, double dropout = 0, bool bias = true, bool add_bias_kv = false, bool add_zero_attn = false,
            long? kdim = null, long? vdim = null) =>
            new(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim ?? embedded_dim, vdim ?? embedded_dim);

        /// <summary>Sums, means or maxima of vectors from a table of random ones.</summary>
        /// <param name="num_embeddings">The number of vectors.</param>
        /// <param name="embedding_dims">Their size.</param>
        /// <param name="max_norm">Vectors that are looked up are scaled down to this norm.</param>
        /// <param name="norm_type">The p of that norm.</param>
        /// <param name="scale_grad_by_freq">Divides gradients by how often an index occurs.</param>
        /// <param name="mode">What becomes of a bag's vectors.</param>
        /// <param name="sparse">Makes the gradient sparse.</param>
        /// <param name="include_last_offset">Whether the offsets end with the number of indices.</param>
        /// <param name="padding_index">An index that does not count; negative for none.</param>
        /// <param name="device">Where the table lies.</param>
        /// <param name="dtype">The table's dtype.</param>
        public static EmbeddingBag EmbeddingBag(
            long num_embeddings, long embedding_dims, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false,
            EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1,
            Device? device = null, ScalarType? dtype = null)
        {
            var table = init.NewParameter([num_embeddings, embedding_dims], device, dtype);
            init.normal_(table);
            if (padding_index >= 0)
            {
                using var row = Aten.Call("aten::select.int", table, 0, padding_index);
                init.zeros_(row);
            }

            return new(table, max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset, padding_index);
        }

        /// <summary>Sums, means or maxima of given vectors; their memory is shared.</summary>
        public static EmbeddingBag EmbeddingBag_from_pretrained(
            Tensor embeddings, bool freeze = true, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false,
            EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                Pretrained(embeddings, freeze, device, dtype), max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset,
                padding_index);

        private static Parameter Pretrained(Tensor embeddings, bool freeze, Device? device, ScalarType? dtype)
        {
            using var detached = embeddings.detach();
            var table = Aten.Call("aten::to.dtype_layout", detached, dtype ?? embeddings.dtype, Arg.None, device ?? embeddings.device);
            return new Parameter(table, !freeze);
        }
    }
}
