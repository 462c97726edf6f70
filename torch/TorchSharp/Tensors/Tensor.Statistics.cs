using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Variances, quantiles, counts and histograms.</content>
    public partial class Tensor
    {
        /// <summary>The standard deviation of all elements.</summary>
        public Tensor std(bool unbiased = true) => Aten.Call("aten::std", this, unbiased);

        /// <summary>The standard deviation along the dimension.</summary>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.Call("aten::std.dim", InType(type), dim, unbiased, keepdim);

        /// <summary>The standard deviation over two dimensions.</summary>
        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>The standard deviation over the dimensions.</summary>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.Call("aten::std.dim", InType(type), dimensions, unbiased, keepdim);

        /// <summary>The variance of all elements.</summary>
        public Tensor var(bool unbiased = true) => Aten.Call("aten::var", this, unbiased);

        /// <summary>The variance along the dimension.</summary>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.Call("aten::var.dim", InType(type), dim, unbiased, keepdim);

        /// <summary>The variance over two dimensions.</summary>
        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>The variance over the dimensions.</summary>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.Call("aten::var.dim", InType(type), dimensions, unbiased, keepdim);

        /// <summary>The standard deviation and the mean of all elements.</summary>
        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => Aten.Call2("aten::std_mean", this, unbiased);

        /// <summary>The standard deviation and the mean along the dimension.</summary>
        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.Call2("aten::std_mean.dim", InType(type), dim, unbiased, keepdim);

        /// <summary>The standard deviation and the mean over two dimensions.</summary>
        public (Tensor std, Tensor mean) std_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean([dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>The standard deviation and the mean over the dimensions.</summary>
        public (Tensor std, Tensor mean) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.Call2("aten::std_mean.dim", InType(type), dimensions, unbiased, keepdim);

        /// <summary>The variance and the mean of all elements.</summary>
        public (Tensor @var, Tensor mean) var_mean(bool unbiased = true) => Aten.Call2("aten::var_mean", this, unbiased);

        /// <summary>The variance and the mean along the dimension.</summary>
        public (Tensor @var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.Call2("aten::var_mean.dim", InType(type), dim, unbiased, keepdim);

        /// <summary>The variance and the mean over two dimensions.</summary>
        public (Tensor @var, Tensor mean) var_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean([dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>The variance and the mean over the dimensions.</summary>
        public (Tensor std, Tensor mean) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Aten.Call2("aten::var_mean.dim", InType(type), dimensions, unbiased, keepdim);

        /// <summary>The median of all elements; the lower one of two.</summary>
        public Tensor median() => Aten.Call("aten::median", this);

        /// <summary>The median of the elements that are not NaN.</summary>
        public Tensor nanmedian() => Aten.Call("aten::nanmedian", this);

        /// <summary>The quantiles q along the dimension, or with -1 of all elements, interpolated linearly.</summary>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) =>
            Aten.Call("aten::quantile", this, q, dim == -1 ? (long?)null : dim, keepdim);

        /// <summary>The quantiles q of the elements that are not NaN, along the dimension or with -1 of all.</summary>
        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) =>
            Aten.Call("aten::nanquantile", this, q, dim == -1 ? (long?)null : dim, keepdim);

        /// <summary>The most frequent elements along the dimension.</summary>
        public (Tensor values, Tensor indices) mode(long dim = -1, bool keepdim = false) => Aten.Call2("aten::mode", this, dim, keepdim);

        /// <summary>The k-th smallest elements along the dimension, k counting from 1.</summary>
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) =>
            Aten.Call2("aten::kthvalue", this, k, dim ?? -1, keepdim);

        /// <summary>How many elements fall into each of the equal bins of [min, max]; with 0 and 0, of their own range.</summary>
        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Aten.Call("aten::histc", this, bins, min, max);

        /// <summary>How often each number from 0 on occurs, or the sums of its weights.</summary>
        public Tensor bincount(Tensor? weights, long minlength = 0) => Aten.Call("aten::bincount", this, weights, minlength);

        /// <summary>The covariances of the rows.</summary>
        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
            Aten.Call("aten::cov", this, correction, fweights, aweights);

        /// <summary>The correlations of the rows.</summary>
        public Tensor corrcoef() => Aten.Call("aten::corrcoef", this);

        /// <summary>The different elements or slices; where each stands among them and how often each occurs, or null.</summary>
        public (Tensor output, Tensor inverse_indices, Tensor counts) unique(
            bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            Asked(Unique(sorted, return_inverse, return_counts, dim), return_inverse, return_counts);

        /// <summary>As unique, but only runs of equal elements count as one.</summary>
        public (Tensor output, Tensor inverse_indices, Tensor counts) unique_consecutive(
            bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            Asked(Aten.Call3("aten::unique_consecutive", this, return_inverse, return_counts, (long?)dim), return_inverse, return_counts);

        private (Tensor, Tensor, Tensor) Unique(bool sorted, bool inverse, bool counts, long? dim) => dim is { } d
            ? Aten.Call3("aten::unique_dim", this, d, sorted, inverse, counts)
            : Aten.Call3("aten::_unique2", this, sorted, inverse, counts);

        private static (Tensor, Tensor, Tensor) Asked((Tensor, Tensor, Tensor) results, bool inverse, bool counts)
        {
            // libtorch returns empty tensors for what was not asked for.
            return (results.Item1, Kept(results.Item2, inverse), Kept(results.Item3, counts));

            static Tensor Kept(Tensor result, bool asked)
            {
                if (asked)
                {
                    return result;
                }

                result.Dispose();
                return null!;
            }
        }

        private Tensor InType(ScalarType? type) => type is { } t ? to_type(t) : this;
    }
}
