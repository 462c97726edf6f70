using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Comparisons; the operands' shapes are broadcast and the results are booleans.</content>
    public partial class Tensor
    {
        /// <summary>Whether equal, at each place.</summary>
        public Tensor eq(Tensor target) => Aten.Call("aten::eq.Tensor", this, target);

        /// <summary>Whether equal, at each place.</summary>
        public Tensor eq(Scalar target) => Aten.Call("aten::eq.Scalar", this, target);

        /// <summary>Whether equal, at each place, in place.</summary>
        public Tensor eq_(Tensor target) => Aten.CallInPlace("aten::eq_.Tensor", this, target);

        /// <summary>Whether equal, at each place, in place.</summary>
        public Tensor eq_(Scalar target) => Aten.CallInPlace("aten::eq_.Scalar", this, target);

        /// <summary>Whether different, at each place.</summary>
        public Tensor ne(Tensor target) => Aten.Call("aten::ne.Tensor", this, target);

        /// <summary>Whether different, at each place.</summary>
        public Tensor ne(Scalar target) => Aten.Call("aten::ne.Scalar", this, target);

        /// <summary>Whether different, at each place, in place.</summary>
        public Tensor ne_(Tensor target) => Aten.CallInPlace("aten::ne_.Tensor", this, target);

        /// <summary>Whether different, at each place, in place.</summary>
        public Tensor ne_(Scalar target) => Aten.CallInPlace("aten::ne_.Scalar", this, target);

        /// <summary>Whether less, at each place.</summary>
        public Tensor lt(Tensor target) => Aten.Call("aten::lt.Tensor", this, target);

        /// <summary>Whether less, at each place.</summary>
        public Tensor lt(Scalar target) => Aten.Call("aten::lt.Scalar", this, target);

        /// <summary>Whether less, at each place, in place.</summary>
        public Tensor lt_(Tensor target) => Aten.CallInPlace("aten::lt_.Tensor", this, target);

        /// <summary>Whether less, at each place, in place.</summary>
        public Tensor lt_(Scalar target) => Aten.CallInPlace("aten::lt_.Scalar", this, target);

        /// <summary>Whether less or equal, at each place.</summary>
        public Tensor le(Tensor target) => Aten.Call("aten::le.Tensor", this, target);

        /// <summary>Whether less or equal, at each place.</summary>
        public Tensor le(Scalar target) => Aten.Call("aten::le.Scalar", this, target);

        /// <summary>Whether less or equal, at each place, in place.</summary>
        public Tensor le_(Tensor target) => Aten.CallInPlace("aten::le_.Tensor", this, target);

        /// <summary>Whether less or equal, at each place, in place.</summary>
        public Tensor le_(Scalar target) => Aten.CallInPlace("aten::le_.Scalar", this, target);

        /// <summary>Whether greater, at each place.</summary>
        public Tensor gt(Tensor target) => Aten.Call("aten::gt.Tensor", this, target);

        /// <summary>Whether greater, at each place.</summary>
        public Tensor gt(Scalar target) => Aten.Call("aten::gt.Scalar", this, target);

        /// <summary>Whether greater, at each place, in place.</summary>
        public Tensor gt_(Tensor target) => Aten.CallInPlace("aten::gt_.Tensor", this, target);

        /// <summary>Whether greater, at each place, in place.</summary>
        public Tensor gt_(Scalar target) => Aten.CallInPlace("aten::gt_.Scalar", this, target);

        /// <summary>Whether greater or equal, at each place.</summary>
        public Tensor ge(Tensor target) => Aten.Call("aten::ge.Tensor", this, target);

        /// <summary>Whether greater or equal, at each place.</summary>
        public Tensor ge(Scalar target) => Aten.Call("aten::ge.Scalar", this, target);

        /// <summary>Whether greater or equal, at each place, in place.</summary>
        public Tensor ge_(Tensor target) => Aten.CallInPlace("aten::ge_.Tensor", this, target);

        /// <summary>Whether greater or equal, at each place, in place.</summary>
        public Tensor ge_(Scalar target) => Aten.CallInPlace("aten::ge_.Scalar", this, target);

        /// <summary>Whether equal, at each place.</summary>
        public Tensor equal(Tensor target) => eq(target);

        /// <summary>Whether different, at each place.</summary>
        public Tensor not_equal(Tensor target) => ne(target);

        /// <summary>Whether different, at each place, in place.</summary>
        public Tensor not_equal_(Tensor target) => ne_(target);

        /// <summary>Whether less, at each place.</summary>
        public Tensor less(Tensor target) => lt(target);

        /// <summary>Whether less or equal, at each place.</summary>
        public Tensor less_equal(Tensor target) => le(target);

        /// <summary>Whether less or equal, at each place, in place.</summary>
        public Tensor less_equal_(Tensor target) => le_(target);

        /// <summary>Whether greater, at each place.</summary>
        public Tensor greater(Tensor target) => gt(target);

        /// <summary>Whether greater or equal, at each place.</summary>
        public Tensor greater_equal(Tensor target) => ge(target);

        /// <summary>Whether shapes and all elements are equal.</summary>
        public bool Equals(Tensor target) => Aten.CallValue("aten::equal", this, target).Bool;

        /// <summary>Whether the difference is at most atol + rtol |other|, at each place.</summary>
        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
            Aten.Call("aten::isclose", this, other, rtol, atol, nanEqual);

        /// <summary>Whether all differences are at most atol + rtol |target|.</summary>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            Aten.CallValue("aten::allclose", this, target, rtol, atol, equal_nan).Bool;

        /// <summary>Whether each element is NaN.</summary>
        public Tensor isnan() => Aten.Call("aten::isnan", this);

        /// <summary>Whether each element is infinite.</summary>
        public Tensor isinf() => Aten.Call("aten::isinf", this);

        /// <summary>Whether each element is positive infinity.</summary>
        public Tensor isposinf() => Aten.Call("aten::isposinf", this);

        /// <summary>Whether each element is negative infinity.</summary>
        public Tensor isneginf() => Aten.Call("aten::isneginf", this);

        /// <summary>Whether each element is finite.</summary>
        public Tensor isfinite() => Aten.Call("aten::isfinite", this);

        /// <summary>Whether each element is real.</summary>
        public Tensor isreal() => Aten.Call("aten::isreal", this);

        /// <summary>Whether each element is among the test elements.</summary>
        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
            Aten.Call("aten::isin.Tensor_Tensor", this, test_elements, assumeUnique, invert);
    }
}
