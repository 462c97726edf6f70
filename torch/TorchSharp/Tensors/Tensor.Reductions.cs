using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Sums, means and norms over all elements or some dimensions.</content>
    public partial class Tensor
    {
        /// <summary>The sum of all elements; integers and booleans sum up in Int64.</summary>
        public Tensor sum(ScalarType? type = null) => Aten.Call("aten::sum", this, type);

        /// <summary>The sums along the dimension.</summary>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.Call("aten::sum.dim_IntList", this, dim, keepdim, type);

        /// <summary>The sums over the dimensions.</summary>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => sum([dim0, dim1], keepdim, type);

        /// <summary>The sums over the dimensions.</summary>
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sum([dim0, dim1, dim2], keepdim, type);

        /// <summary>The sums over the dimensions.</summary>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.Call("aten::sum.dim_IntList", this, dim, keepdim, type);

        /// <summary>The sum of all elements that are not NaN.</summary>
        public Tensor nansum() => Aten.Call("aten::nansum", this);

        /// <summary>The product of all elements.</summary>
        public Tensor prod(ScalarType? type = null) => Aten.Call("aten::prod", this, type);

        /// <summary>The products along the dimension.</summary>
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.Call("aten::prod.dim_int", this, dim, keepdim, type);

        /// <summary>The mean of all elements.</summary>
        public Tensor mean() => Aten.Call("aten::mean", this);

        /// <summary>The means over the dimensions.</summary>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Aten.Call("aten::mean.dim", this, dimensions, keepdim, type);

        /// <summary>The mean of the elements that are not NaN: of all, or along the dimension.</summary>
        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
            Aten.Call("aten::nanmean", this, (long?)dim, keepdim, dtype);

        /// <summary>The p-norm of all elements.</summary>
        public Tensor norm(float p = 2) => Aten.Call("aten::norm.Scalar", this, p);

        /// <summary>The p-norms along the dimension.</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2) => Aten.Call("aten::norm.ScalarOpt_dim", this, p, dim, keepdim);

        /// <summary>The p-norm of the difference.</summary>
        public Tensor dist(Tensor other, float p = 2) => Aten.Call("aten::dist", this, other, p);

        /// <summary>The slices along the dimension scaled down to p-norms of at most maxnorm.</summary>
        public Tensor renorm(float p, long dim, float maxnorm) => Aten.Call("aten::renorm", this, p, dim, maxnorm);

        /// <summary>The logarithms of the sums of the exponentials along the dimension.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false) => Aten.Call("aten::logsumexp", this, dim, keepdim);

        /// <summary>Whether all elements are nonzero.</summary>
        public Tensor all() => Aten.Call("aten::all", this);

        /// <summary>Whether all elements along the dimension are nonzero.</summary>
        public Tensor all(long dim, bool keepdim = false) => Aten.Call("aten::all.dim", this, dim, keepdim);

        /// <summary>Whether an element is nonzero.</summary>
        public Tensor any() => Aten.Call("aten::any", this);

        /// <summary>Whether an element along the dimension is nonzero.</summary>
        public Tensor any(long dim, bool keepdim = false) => Aten.Call("aten::any.dim", this, dim, keepdim);

        /// <summary>How many elements are nonzero: of all, or over the dimensions.</summary>
        public Tensor count_nonzero(long[]? dims = null) => Aten.Call("aten::count_nonzero.dim_IntList", this, dims ?? []);

        /// <summary>The integral along the dimension by the trapezoidal rule, with steps dx.</summary>
        public Tensor trapezoid(double dx = 1, long dim = -1) => Aten.Call("aten::trapezoid.dx", this, dx, dim);

        /// <summary>The integral along the dimension by the trapezoidal rule, at the points x.</summary>
        public Tensor trapezoid(Tensor x, long dim = -1) => Aten.Call("aten::trapezoid.x", this, x, dim);
    }
}
