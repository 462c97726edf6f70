using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Operators. Plain numbers have overloads of their own, so that none is wrapped in a scalar first.</content>
    public partial class Tensor
    {
        /// <summary>The sum.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => Aten.Call("aten::add.Tensor", left, right);

        /// <summary>The sum.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => Aten.Call("aten::add.Scalar", left, right);

        /// <summary>The sum.</summary>
        public static Tensor operator +(Tensor left, int right) => Aten.Call("aten::add.Scalar", left, right);

        /// <summary>The sum.</summary>
        public static Tensor operator +(Tensor left, long right) => Aten.Call("aten::add.Scalar", left, right);

        /// <summary>The sum.</summary>
        public static Tensor operator +(Tensor left, float right) => Aten.Call("aten::add.Scalar", left, right);

        /// <summary>The sum.</summary>
        public static Tensor operator +(Tensor left, double right) => Aten.Call("aten::add.Scalar", left, right);

        /// <summary>The sum.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => Aten.Call("aten::add.Scalar", right, left);

        /// <summary>The sum.</summary>
        public static Tensor operator +(int left, Tensor right) => Aten.Call("aten::add.Scalar", right, left);

        /// <summary>The sum.</summary>
        public static Tensor operator +(long left, Tensor right) => Aten.Call("aten::add.Scalar", right, left);

        /// <summary>The sum.</summary>
        public static Tensor operator +(float left, Tensor right) => Aten.Call("aten::add.Scalar", right, left);

        /// <summary>The sum.</summary>
        public static Tensor operator +(double left, Tensor right) => Aten.Call("aten::add.Scalar", right, left);

        /// <summary>The difference.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => Aten.Call("aten::sub.Tensor", left, right);

        /// <summary>The difference.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => Aten.Call("aten::sub.Scalar", left, right);

        /// <summary>The difference.</summary>
        public static Tensor operator -(Tensor left, int right) => Aten.Call("aten::sub.Scalar", left, right);

        /// <summary>The difference.</summary>
        public static Tensor operator -(Tensor left, long right) => Aten.Call("aten::sub.Scalar", left, right);

        /// <summary>The difference.</summary>
        public static Tensor operator -(Tensor left, float right) => Aten.Call("aten::sub.Scalar", left, right);

        /// <summary>The difference.</summary>
        public static Tensor operator -(Tensor left, double right) => Aten.Call("aten::sub.Scalar", left, right);

        /// <summary>The difference.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => Aten.Call("aten::rsub.Scalar", right, left);

        /// <summary>The difference.</summary>
        public static Tensor operator -(int left, Tensor right) => Aten.Call("aten::rsub.Scalar", right, left);

        /// <summary>The difference.</summary>
        public static Tensor operator -(long left, Tensor right) => Aten.Call("aten::rsub.Scalar", right, left);

        /// <summary>The difference.</summary>
        public static Tensor operator -(float left, Tensor right) => Aten.Call("aten::rsub.Scalar", right, left);

        /// <summary>The difference.</summary>
        public static Tensor operator -(double left, Tensor right) => Aten.Call("aten::rsub.Scalar", right, left);

        /// <summary>The product at each place.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => Aten.Call("aten::mul.Tensor", left, right);

        /// <summary>The product at each place.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => Aten.Call("aten::mul.Scalar", left, right);

        /// <summary>The product at each place.</summary>
        public static Tensor operator *(Tensor left, int right) => Aten.Call("aten::mul.Scalar", left, right);

        /// <summary>The product at each place.</summary>
        public static Tensor operator *(Tensor left, long right) => Aten.Call("aten::mul.Scalar", left, right);

        /// <summary>The product at each place.</summary>
        public static Tensor operator *(Tensor left, float right) => Aten.Call("aten::mul.Scalar", left, right);

        /// <summary>The product at each place.</summary>
        public static Tensor operator *(Tensor left, double right) => Aten.Call("aten::mul.Scalar", left, right);

        /// <summary>The product at each place.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => Aten.Call("aten::mul.Scalar", right, left);

        /// <summary>The product at each place.</summary>
        public static Tensor operator *(int left, Tensor right) => Aten.Call("aten::mul.Scalar", right, left);

        /// <summary>The product at each place.</summary>
        public static Tensor operator *(long left, Tensor right) => Aten.Call("aten::mul.Scalar", right, left);

        /// <summary>The product at each place.</summary>
        public static Tensor operator *(float left, Tensor right) => Aten.Call("aten::mul.Scalar", right, left);

        /// <summary>The product at each place.</summary>
        public static Tensor operator *(double left, Tensor right) => Aten.Call("aten::mul.Scalar", right, left);

        /// <summary>The quotient, always a floating-point one.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => Aten.Call("aten::div.Tensor", left, right);

        /// <summary>The quotient, always a floating-point one.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => Aten.Call("aten::div.Scalar", left, right);

        /// <summary>The quotient, always a floating-point one.</summary>
        public static Tensor operator /(Tensor left, int right) => Aten.Call("aten::div.Scalar", left, right);

        /// <summary>The quotient, always a floating-point one.</summary>
        public static Tensor operator /(Tensor left, long right) => Aten.Call("aten::div.Scalar", left, right);

        /// <summary>The quotient, always a floating-point one.</summary>
        public static Tensor operator /(Tensor left, float right) => Aten.Call("aten::div.Scalar", left, right);

        /// <summary>The quotient, always a floating-point one.</summary>
        public static Tensor operator /(Tensor left, double right) => Aten.Call("aten::div.Scalar", left, right);

        /// <summary>The quotient, always a floating-point one.</summary>
        public static Tensor operator /(Scalar left, Tensor right) => Divide(left, right);

        /// <summary>The quotient, always a floating-point one.</summary>
        public static Tensor operator /(int left, Tensor right) => Divide(left, right);

        /// <summary>The quotient, always a floating-point one.</summary>
        public static Tensor operator /(long left, Tensor right) => Divide(left, right);

        /// <summary>The quotient, always a floating-point one.</summary>
        public static Tensor operator /(float left, Tensor right) => Divide(left, right);

        /// <summary>The quotient, always a floating-point one.</summary>
        public static Tensor operator /(double left, Tensor right) => Divide(left, right);

        /// <summary>The remainder with the divisor's sign.</summary>
        public static Tensor operator %(Tensor left, Tensor right) => Aten.Call("aten::remainder.Tensor", left, right);

        /// <summary>The remainder with the divisor's sign.</summary>
        public static Tensor operator %(Tensor left, Scalar right) => Aten.Call("aten::remainder.Scalar", left, right);

        /// <summary>The remainder with the divisor's sign.</summary>
        public static Tensor operator %(Tensor left, int right) => Aten.Call("aten::remainder.Scalar", left, right);

        /// <summary>The remainder with the divisor's sign.</summary>
        public static Tensor operator %(Tensor left, long right) => Aten.Call("aten::remainder.Scalar", left, right);

        /// <summary>The remainder with the divisor's sign.</summary>
        public static Tensor operator %(Tensor left, float right) => Aten.Call("aten::remainder.Scalar", left, right);

        /// <summary>The remainder with the divisor's sign.</summary>
        public static Tensor operator %(Tensor left, double right) => Aten.Call("aten::remainder.Scalar", left, right);

        // Python divides a number by a tensor like this too.
        private static Tensor Divide(Arg left, Tensor right)
        {
            using var reciprocal = right.reciprocal();
            return Aten.Call("aten::mul.Scalar", reciprocal, left);
        }
    }
}
