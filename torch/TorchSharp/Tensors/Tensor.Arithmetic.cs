using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Sums, products, quotients and remainders at each place; the operands' shapes are broadcast.</content>
    public partial class Tensor
    {
        /// <summary>The sum.</summary>
        public Tensor add(Tensor target) => Aten.Call("aten::add.Tensor", this, target);

        /// <summary>The sum with alpha times the target.</summary>
        public Tensor add(Tensor target, Scalar alpha) => Aten.Call("aten::add.Tensor", this, target, alpha);

        /// <summary>The sum.</summary>
        public Tensor add(Scalar scalar) => Aten.Call("aten::add.Scalar", this, scalar);

        /// <summary>The sum with alpha times the number.</summary>
        public Tensor add(Scalar scalar, Scalar alpha) => Aten.Call("aten::add.Scalar", this, scalar, alpha);

        /// <summary>Adds the target.</summary>
        public Tensor add_(Tensor target) => Aten.CallInPlace("aten::add_.Tensor", this, target);

        /// <summary>Adds alpha times the target.</summary>
        public Tensor add_(Tensor target, Scalar alpha) => Aten.CallInPlace("aten::add_.Tensor", this, target, alpha);

        /// <summary>Adds the number.</summary>
        public Tensor add_(Scalar scalar) => Aten.CallInPlace("aten::add_.Scalar", this, scalar);

        /// <summary>Adds alpha times the number.</summary>
        public Tensor add_(Scalar scalar, Scalar alpha) => Aten.CallInPlace("aten::add_.Scalar", this, scalar, alpha);

        /// <summary>The difference.</summary>
        public Tensor sub(Tensor target) => Aten.Call("aten::sub.Tensor", this, target);

        /// <summary>The difference.</summary>
        public Tensor sub(Scalar target) => Aten.Call("aten::sub.Scalar", this, target);

        /// <summary>Subtracts the target.</summary>
        public Tensor sub_(Tensor target) => Aten.CallInPlace("aten::sub_.Tensor", this, target);

        /// <summary>Subtracts the number.</summary>
        public Tensor sub_(Scalar target) => Aten.CallInPlace("aten::sub_.Scalar", this, target);

        /// <summary>The difference.</summary>
        public Tensor subtract(Tensor target) => sub(target);

        /// <summary>The difference.</summary>
        public Tensor subtract(Scalar target) => sub(target);

        /// <summary>Subtracts the target.</summary>
        public Tensor subtract_(Tensor target) => sub_(target);

        /// <summary>Subtracts the number.</summary>
        public Tensor subtract_(Scalar target) => sub_(target);

        /// <summary>The product at each place.</summary>
        public Tensor mul(Tensor target) => Aten.Call("aten::mul.Tensor", this, target);

        /// <summary>The product.</summary>
        public Tensor mul(Scalar target) => Aten.Call("aten::mul.Scalar", this, target);

        /// <summary>Multiplies by the target.</summary>
        public Tensor mul_(Tensor target) => Aten.CallInPlace("aten::mul_.Tensor", this, target);

        /// <summary>Multiplies by the number.</summary>
        public Tensor mul_(Scalar target) => Aten.CallInPlace("aten::mul_.Scalar", this, target);

        /// <summary>The product at each place.</summary>
        public Tensor multiply(Tensor target) => mul(target);

        /// <summary>The product.</summary>
        public Tensor multiply(Scalar target) => mul(target);

        /// <summary>The quotient.</summary>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.Call("aten::div.Tensor_mode", this, target, NameOf(rounding_mode));

        /// <summary>The quotient.</summary>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.Call("aten::div.Scalar_mode", this, target, NameOf(rounding_mode));

        /// <summary>Divides by the target.</summary>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.CallInPlace("aten::div_.Tensor_mode", this, target, NameOf(rounding_mode));

        /// <summary>Divides by the number.</summary>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.CallInPlace("aten::div_.Scalar_mode", this, target, NameOf(rounding_mode));

        /// <summary>The quotient.</summary>
        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        /// <summary>The quotient.</summary>
        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        /// <summary>Divides by the target.</summary>
        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        /// <summary>Divides by the number.</summary>
        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        /// <summary>The quotient, always a floating-point one.</summary>
        public Tensor true_divide(Tensor other) => div(other);

        /// <summary>The quotient, always a floating-point one.</summary>
        public Tensor true_divide(Scalar other) => div(other);

        /// <summary>Divides by the other.</summary>
        public Tensor true_divide_(Tensor other) => div_(other);

        /// <summary>Divides by the number.</summary>
        public Tensor true_divide_(Scalar other) => div_(other);

        /// <summary>The quotient, rounded down.</summary>
        public Tensor floor_divide(Tensor other) => Aten.Call("aten::floor_divide", this, other);

        /// <summary>The quotient, rounded down.</summary>
        public Tensor floor_divide(Scalar other) => Aten.Call("aten::floor_divide.Scalar", this, other);

        /// <summary>Divides by the other and rounds down.</summary>
        public Tensor floor_divide_(Tensor other) => Aten.CallInPlace("aten::floor_divide_.Tensor", this, other);

        /// <summary>Divides by the number and rounds down.</summary>
        public Tensor floor_divide_(Scalar other) => Aten.CallInPlace("aten::floor_divide_.Scalar", this, other);

        /// <summary>The remainder with the divisor's sign.</summary>
        public Tensor remainder(Tensor target) => Aten.Call("aten::remainder.Tensor", this, target);

        /// <summary>The remainder with the divisor's sign.</summary>
        public Tensor remainder(Scalar scalar) => Aten.Call("aten::remainder.Scalar", this, scalar);

        /// <summary>The remainder with the divisor's sign, in place.</summary>
        public Tensor remainder_(Tensor target) => Aten.CallInPlace("aten::remainder_.Tensor", this, target);

        /// <summary>The remainder with the divisor's sign, in place.</summary>
        public Tensor remainder_(Scalar scalar) => Aten.CallInPlace("aten::remainder_.Scalar", this, scalar);

        /// <summary>The remainder with the dividend's sign.</summary>
        public Tensor fmod(Tensor target) => Aten.Call("aten::fmod.Tensor", this, target);

        /// <summary>The remainder with the dividend's sign.</summary>
        public Tensor fmod(Scalar scalar) => Aten.Call("aten::fmod.Scalar", this, scalar);

        /// <summary>The remainder with the dividend's sign, in place.</summary>
        public Tensor fmod_(Tensor target) => Aten.CallInPlace("aten::fmod_.Tensor", this, target);

        /// <summary>The remainder with the dividend's sign, in place.</summary>
        public Tensor fmod_(Scalar scalar) => Aten.CallInPlace("aten::fmod_.Scalar", this, scalar);

        /// <summary>The greatest common divisor at each place.</summary>
        public Tensor gcd(Tensor other) => Aten.Call("aten::gcd", this, other);

        /// <summary>The greatest common divisor at each place, in place.</summary>
        public Tensor gcd_(Tensor other) => Aten.CallInPlace("aten::gcd_", this, other);

        /// <summary>The least common multiple at each place.</summary>
        public Tensor lcm(Tensor other) => Aten.Call("aten::lcm", this, other);

        /// <summary>The least common multiple at each place, in place.</summary>
        public Tensor lcm_(Tensor other) => Aten.CallInPlace("aten::lcm_", this, other);

        /// <summary>The absolute values with the other's signs.</summary>
        public Tensor copysign(Tensor other) => Aten.Call("aten::copysign.Tensor", this, other);

        /// <summary>0 for negative elements, 1 for positive ones, the other's value for 0.</summary>
        public Tensor heaviside(Tensor other) => Aten.Call("aten::heaviside", this, other);

        private static string? NameOf(RoundingMode mode) => mode switch
        {
            RoundingMode.trunc => "trunc",
            RoundingMode.floor => "floor",
            _ => null,
        };
    }
}
