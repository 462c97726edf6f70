using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Elementwise combinations with several operands, and bounds.</content>
    public partial class Tensor
    {
        /// <summary>This plus value times tensor1 times tensor2, at each place.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.Call("aten::addcmul", this, tensor1, tensor2, value);

        /// <summary>Adds value times tensor1 times tensor2, at each place.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.CallInPlace("aten::addcmul_", this, tensor1, tensor2, value);

        /// <summary>This plus tensor1 divided by tensor2, at each place.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Aten.Call("aten::addcdiv", this, tensor1, tensor2);

        /// <summary>This plus value times tensor1 divided by tensor2, at each place.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.Call("aten::addcdiv", this, tensor1, tensor2, value);

        /// <summary>Adds tensor1 divided by tensor2, at each place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Aten.CallInPlace("aten::addcdiv_", this, tensor1, tensor2);

        /// <summary>Adds value times tensor1 divided by tensor2, at each place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Aten.CallInPlace("aten::addcdiv_", this, tensor1, tensor2, value);

        /// <summary>The points between this and the end, at each weight.</summary>
        public Tensor lerp(Tensor end, Tensor weight) => Aten.Call("aten::lerp.Tensor", this, end, weight);

        /// <summary>Moves each element towards the end, by its weight.</summary>
        public Tensor lerp_(Tensor end, Tensor weight) => Aten.CallInPlace("aten::lerp_.Tensor", this, end, weight);

        /// <summary>Each element brought into [min, max]; an absent bound does not hold.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.Call("aten::clamp", this, min, max);

        /// <summary>Each element brought into the bounds at its place.</summary>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Aten.Call("aten::clamp.Tensor", this, min, max);

        /// <summary>Brings each element into [min, max].</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Aten.CallInPlace("aten::clamp_", this, min, max);

        /// <summary>Brings each element into the bounds at its place.</summary>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Aten.CallInPlace("aten::clamp_.Tensor", this, min, max);

        /// <summary>Each element, or the bound where it is below.</summary>
        public Tensor clamp_min(Scalar min) => Aten.Call("aten::clamp_min", this, min);

        /// <summary>Raises the elements below the bound to it.</summary>
        public Tensor clamp_min_(Scalar min) => Aten.CallInPlace("aten::clamp_min_", this, min);

        /// <summary>Each element, or the bound where it is above.</summary>
        public Tensor clamp_max(Scalar max) => Aten.Call("aten::clamp_max", this, max);

        /// <summary>Lowers the elements above the bound to it.</summary>
        public Tensor clamp_max_(Scalar max) => Aten.CallInPlace("aten::clamp_max_", this, max);

        /// <summary>Each element brought into [min, max]; an absent bound does not hold.</summary>
        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        /// <summary>The larger of the two at each place; NaN wins.</summary>
        public Tensor maximum(Tensor other) => Aten.Call("aten::maximum", this, other);

        /// <summary>The smaller of the two at each place; NaN wins.</summary>
        public Tensor minimum(Tensor other) => Aten.Call("aten::minimum", this, other);

        /// <summary>The larger of the two at each place; NaN loses.</summary>
        public Tensor fmax(Tensor other) => Aten.Call("aten::fmax", this, other);

        /// <summary>The smaller of the two at each place; NaN loses.</summary>
        public Tensor fmin(Tensor other) => Aten.Call("aten::fmin", this, other);

        /// <summary>This where the condition holds, y elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => Aten.Call("aten::where.self", condition, this, y);
    }
}
