using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Running sums, products and extrema along a dimension.</content>
    public partial class Tensor
    {
        /// <summary>The sums up to each place.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null) => Aten.Call("aten::cumsum", this, dim, type);

        /// <summary>The products up to each place.</summary>
        public Tensor cumprod(long dim, ScalarType? type = null) => Aten.Call("aten::cumprod", this, dim, type);

        /// <summary>The largest elements up to each place, and where they are.</summary>
        public (Tensor values, Tensor indexes) cummax(long dim) => Aten.Call2("aten::cummax", this, dim);

        /// <summary>The smallest elements up to each place, and where they are.</summary>
        public (Tensor values, Tensor indexes) cummin(long dim) => Aten.Call2("aten::cummin", this, dim);

        /// <summary>The logarithms of the sums of the exponentials up to each place.</summary>
        public Tensor logcumsumexp(long dim) => Aten.Call("aten::logcumsumexp", this, dim);

        /// <summary>The n-th differences of neighbours along the dimension.</summary>
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
            Aten.Call("aten::diff", this, n, dim, prepend, append);

        /// <summary>The running integral by the trapezoidal rule, with steps dx.</summary>
        public Tensor cumulative_trapezoid(double dx = 1, long dim = -1) => Aten.Call("aten::cumulative_trapezoid.dx", this, dx, dim);

        /// <summary>The running integral by the trapezoidal rule, at the points x.</summary>
        public Tensor cumulative_trapezoid(Tensor x, long dim = -1) => Aten.Call("aten::cumulative_trapezoid.x", this, x, dim);
    }
}
