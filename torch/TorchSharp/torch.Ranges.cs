using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The numbers from start, step by step, up to stop, which is not among them; Int64 if all three are integers.</summary>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var type = dtype ?? (IsFloat(start) || IsFloat(stop) || IsFloat(step) ? defaultType : ScalarType.Int64);
        return Finish(Aten.Call("aten::arange.start_step", start, stop, step, type, Arg.None, Usable(device)), requires_grad);

        static bool IsFloat(Scalar value) => value.Kind == ValueKind.Float;
    }

    /// <summary>The numbers from start in steps of 1 up to stop, which is not among them.</summary>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>The numbers from 0 in steps of 1 up to stop, which is not among them.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>Numbers at equal distances from start to end, both included.</summary>
    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(Aten.Call("aten::linspace", start, end, steps, dtype ?? defaultType, Arg.None, Usable(device)), requires_grad);

    /// <summary>Numbers at equal ratios from base^start to base^end, both included.</summary>
    public static Tensor logspace(
        double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Finish(Aten.Call("aten::logspace", start, end, steps, @base, dtype ?? defaultType, Arg.None, Usable(device)), requires_grad);

    /// <summary>Ones on the diagonal, zeros elsewhere; square where no columns are given.</summary>
    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(Aten.Call("aten::eye.m", rows, columns < 0 ? rows : columns, dtype ?? defaultType, Arg.None, Usable(device)), requires_grad);

    /// <summary>A tensor whose elements are not set, with these strides.</summary>
    public static Tensor empty_strided(
        long[] size, long[] strides, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(Aten.Call("aten::empty_strided", size, strides, dtype ?? defaultType, Arg.None, Usable(device)), requires_grad);

    /// <summary>The row and column indices of a lower triangle, as (2, elements).</summary>
    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Aten.Call("aten::tril_indices", row, col, offset, dtype, Arg.None, Usable(device));

    /// <summary>The row and column indices of an upper triangle, as (2, elements).</summary>
    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Aten.Call("aten::triu_indices", row, col, offset, dtype, Arg.None, Usable(device));

    /// <summary>The coordinates of the grid that these vectors span; "ij" counts rows first, "xy" columns.</summary>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") =>
        Aten.CallList("aten::meshgrid.indexing", tensors.ToArray(), indexing);
}
