using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Logical and bitwise operations.</content>
    public partial class Tensor
    {
        /// <summary>Whether both are nonzero, at each place.</summary>
        public Tensor logical_and(Tensor other) => Aten.Call("aten::logical_and", this, other);

        /// <summary>Whether both are nonzero, at each place, in place.</summary>
        public Tensor logical_and_(Tensor other) => Aten.CallInPlace("aten::logical_and_", this, other);

        /// <summary>Whether one or both are nonzero, at each place.</summary>
        public Tensor logical_or(Tensor other) => Aten.Call("aten::logical_or", this, other);

        /// <summary>Whether one or both are nonzero, at each place, in place.</summary>
        public Tensor logical_or_(Tensor other) => Aten.CallInPlace("aten::logical_or_", this, other);

        /// <summary>Whether exactly one is nonzero, at each place.</summary>
        public Tensor logical_xor(Tensor other) => Aten.Call("aten::logical_xor", this, other);

        /// <summary>Whether exactly one is nonzero, at each place, in place.</summary>
        public Tensor logical_xor_(Tensor other) => Aten.CallInPlace("aten::logical_xor_", this, other);

        /// <summary>Whether each element is zero.</summary>
        public Tensor logical_not() => Aten.Call("aten::logical_not", this);

        /// <summary>Whether each element is zero, in place.</summary>
        public Tensor logical_not_() => Aten.CallInPlace("aten::logical_not_", this);

        /// <summary>The bits that both have; of booleans, whether both hold.</summary>
        public Tensor bitwise_and(Tensor other) => Aten.Call("aten::bitwise_and.Tensor", this, other);

        /// <summary>The bits that both have; of booleans, whether both hold, in place.</summary>
        public Tensor bitwise_and_(Tensor other) => Aten.CallInPlace("aten::bitwise_and_.Tensor", this, other);

        /// <summary>The bits that one or both have; of booleans, whether one or both hold.</summary>
        public Tensor bitwise_or(Tensor other) => Aten.Call("aten::bitwise_or.Tensor", this, other);

        /// <summary>The bits that one or both have; of booleans, whether one or both hold, in place.</summary>
        public Tensor bitwise_or_(Tensor other) => Aten.CallInPlace("aten::bitwise_or_.Tensor", this, other);

        /// <summary>The bits that exactly one has; of booleans, whether exactly one holds.</summary>
        public Tensor bitwise_xor(Tensor other) => Aten.Call("aten::bitwise_xor.Tensor", this, other);

        /// <summary>The bits that exactly one has; of booleans, whether exactly one holds, in place.</summary>
        public Tensor bitwise_xor_(Tensor other) => Aten.CallInPlace("aten::bitwise_xor_.Tensor", this, other);

        /// <summary>All bits inverted; of booleans, their negation.</summary>
        public Tensor bitwise_not() => Aten.Call("aten::bitwise_not", this);

        /// <summary>All bits inverted; of booleans, their negation, in place.</summary>
        public Tensor bitwise_not_() => Aten.CallInPlace("aten::bitwise_not_", this);

        /// <summary>The bits shifted to the left.</summary>
        public Tensor bitwise_left_shift(Tensor other) => Aten.Call("aten::bitwise_left_shift.Tensor", this, other);

        /// <summary>The bits shifted to the left, in place.</summary>
        public Tensor bitwise_left_shift_(Tensor other) => Aten.CallInPlace("aten::bitwise_left_shift_.Tensor", this, other);

        /// <summary>The bits shifted to the right.</summary>
        public Tensor bitwise_right_shift(Tensor other) => Aten.Call("aten::bitwise_right_shift.Tensor", this, other);

        /// <summary>The bits shifted to the right, in place.</summary>
        public Tensor bitwise_right_shift_(Tensor other) => Aten.CallInPlace("aten::bitwise_right_shift_.Tensor", this, other);
    }
}
