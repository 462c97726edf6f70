using System.Diagnostics.CodeAnalysis;
using Espalier.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Espalier.Symbolic;

/// <content>Copies, dtypes and devices, and constants of the tensor's own shape.</content>
public sealed partial class SymbolicTensor
{
    /// <summary>A trace has no devices; when the graph runs, everything is on the model's.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "Models ask it of a tensor.")]
    public Device? device => null;

    /// <summary>The same, in memory in the order of the dimensions.</summary>
    public SymbolicTensor contiguous() => Record("aten::contiguous", this);

    /// <summary>A copy.</summary>
    public SymbolicTensor clone() => Record("aten::clone", this);

    /// <summary>The same, through which no gradient flows.</summary>
    public SymbolicTensor detach() => Record("aten::detach", this);

    /// <summary>The same.</summary>
    public SymbolicTensor alias() => this;

    /// <summary>The same in another dtype.</summary>
    public SymbolicTensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
        type == dtype && !copy ? this : Record("aten::to.dtype", this, (ScalarType?)type, non_blocking, copy);

    /// <summary>The same in another dtype.</summary>
    public SymbolicTensor to(ScalarType type, Device? device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
        to(type, copy, disposeAfter, non_blocking);

    /// <summary>The same: a trace has no devices.</summary>
    public SymbolicTensor to(Device? device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => this;

    /// <summary>The same in another tensor's dtype.</summary>
    public SymbolicTensor to(SymbolicTensor other, bool non_blocking = false) => to(other.dtype);

    /// <summary>The same in another tensor's dtype.</summary>
    public SymbolicTensor type_as(SymbolicTensor tensor) => to(tensor.dtype);

    /// <summary>The same in another dtype.</summary>
    public SymbolicTensor type(ScalarType dtype) => to(dtype);

    /// <summary>The same in another dtype.</summary>
    public SymbolicTensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
        to(type, copy, disposeAfter, non_blocking);

    /// <summary>Whether the elements are floating-point numbers.</summary>
    public bool is_floating_point() => TorchSharp.torch.is_floating_point(dtype);

    /// <summary>Whether the elements are whole numbers.</summary>
    public bool is_integral() => TorchSharp.torch.is_integral(dtype);

    /// <summary>The same: what records gradients is the model's own affair.</summary>
    public SymbolicTensor requires_grad_(bool requires_grad = true) => this;

    /// <summary>The same: a trace has no devices.</summary>
    public SymbolicTensor cpu() => this;

    /// <summary>The same: a trace has no devices.</summary>
    public SymbolicTensor cuda(Device? device = null, bool non_blocking = false) => this;

    /// <summary>As float32.</summary>
    public SymbolicTensor @float() => to(ScalarType.Float32);

    /// <summary>As float64.</summary>
    public SymbolicTensor @double() => to(ScalarType.Float64);

    /// <summary>As float16.</summary>
    public SymbolicTensor half() => to(ScalarType.Float16);

    /// <summary>As bfloat16.</summary>
    public SymbolicTensor bfloat16() => to(ScalarType.BFloat16);

    /// <summary>As int64.</summary>
    public SymbolicTensor @long() => to(ScalarType.Int64);

    /// <summary>As int32.</summary>
    public SymbolicTensor @int() => to(ScalarType.Int32);

    /// <summary>As int16.</summary>
    public SymbolicTensor @short() => to(ScalarType.Int16);

    /// <summary>As uint8.</summary>
    public SymbolicTensor @byte() => to(ScalarType.Byte);

    /// <summary>As int8.</summary>
    public SymbolicTensor @char() => to(ScalarType.Int8);

    /// <summary>As bool.</summary>
    public SymbolicTensor @bool() => to(ScalarType.Bool);

    /// <summary>Zeros of this shape.</summary>
    public SymbolicTensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Record("aten::zeros_like", this, dtype);

    /// <summary>Ones of this shape.</summary>
    public SymbolicTensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Record("aten::ones_like", this, dtype);

    /// <summary>One number, in this shape.</summary>
    public SymbolicTensor full_like(SymbolicScalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Record("aten::full_like", this, value, dtype);

    /// <summary>Random numbers between 0 and 1, in this shape.</summary>
    public SymbolicTensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Record("aten::rand_like", this, dtype);

    /// <summary>Normal random numbers, in this shape.</summary>
    public SymbolicTensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Record("aten::randn_like", this, dtype);

    /// <summary>Zeros, in this dtype.</summary>
    public SymbolicTensor new_zeros(Dim[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Record("aten::zeros", size, (ScalarType?)(dtype ?? this.dtype));

    /// <summary>Zeros, in this dtype.</summary>
    public SymbolicTensor new_zeros(Dim size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => new_zeros([size], dtype);

    /// <summary>Zeros, in this dtype.</summary>
    public SymbolicTensor new_zeros(Dim rows, Dim columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new_zeros([rows, columns], dtype);

    /// <summary>Zeros, in this dtype.</summary>
    public SymbolicTensor new_zeros(
        Dim dim0, Dim dim1, Dim dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new_zeros([dim0, dim1, dim2], dtype);

    /// <summary>Zeros, in this dtype.</summary>
    public SymbolicTensor new_zeros(
        Dim dim0, Dim dim1, Dim dim2, Dim dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new_zeros([dim0, dim1, dim2, dim3], dtype);

    /// <summary>Memory to be written over, in this dtype: zeros here.</summary>
    public SymbolicTensor new_empty(Dim[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => new_zeros(size, dtype);

    /// <summary>Memory to be written over, in this shape: zeros here.</summary>
    public SymbolicTensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => zeros_like(dtype);

    /// <summary>Ones with these probabilities, zeros elsewhere.</summary>
    public SymbolicTensor bernoulli() => Record("aten::bernoulli", this);

    /// <summary>Ones, in this dtype.</summary>
    public SymbolicTensor new_ones(Dim size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new_full([size], 1, dtype);

    /// <summary>One number, in this dtype.</summary>
    public SymbolicTensor new_full(Dim[] size, SymbolicScalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Record("aten::full", size, value, (ScalarType?)(dtype ?? this.dtype));
}
