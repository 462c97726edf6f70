using Espalier.Graphs;
using static TorchSharp.torch;

namespace Espalier.Symbolic;

/// <content>Constants. They carry no labels, and are made on the model's device when the graph runs.</content>
public static partial class torch
{
    /// <summary>Zeros.</summary>
    public static SymbolicTensor zeros(Dim[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create("aten::zeros", size, dtype);

    /// <summary>Zeros.</summary>
    public static SymbolicTensor zeros(Dim size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros([size], dtype);

    /// <summary>Zeros.</summary>
    public static SymbolicTensor zeros(Dim rows, Dim columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros([rows, columns], dtype);

    /// <summary>Zeros.</summary>
    public static SymbolicTensor zeros(
        Dim dim0, Dim dim1, Dim dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros([dim0, dim1, dim2], dtype);

    /// <summary>Zeros.</summary>
    public static SymbolicTensor zeros(
        Dim dim0, Dim dim1, Dim dim2, Dim dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros([dim0, dim1, dim2, dim3], dtype);

    /// <summary>Ones.</summary>
    public static SymbolicTensor ones(Dim[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create("aten::ones", size, dtype);

    /// <summary>Ones.</summary>
    public static SymbolicTensor ones(Dim size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        ones([size], dtype);

    /// <summary>Ones.</summary>
    public static SymbolicTensor ones(Dim rows, Dim columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        ones([rows, columns], dtype);

    /// <summary>Ones.</summary>
    public static SymbolicTensor ones(
        Dim dim0, Dim dim1, Dim dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        ones([dim0, dim1, dim2], dtype);

    /// <summary>Ones.</summary>
    public static SymbolicTensor ones(
        Dim dim0, Dim dim1, Dim dim2, Dim dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        ones([dim0, dim1, dim2, dim3], dtype);

    /// <summary>One number.</summary>
    public static SymbolicTensor full(
        Dim[] size, SymbolicScalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create("aten::full", size, value, dtype);

    /// <summary>Random numbers between 0 and 1.</summary>
    public static SymbolicTensor rand(Dim[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create("aten::rand", size, dtype);

    /// <summary>Normal random numbers.</summary>
    public static SymbolicTensor randn(Dim[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create("aten::randn", size, dtype);

    /// <summary>Whole numbers from 0 up to, without, stop.</summary>
    public static SymbolicTensor arange(SymbolicScalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype);

    /// <summary>Whole numbers from start up to, without, stop.</summary>
    public static SymbolicTensor arange(
        SymbolicScalar start, SymbolicScalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype);

    /// <summary>Numbers from start up to, without, stop.</summary>
    public static SymbolicTensor arange(
        SymbolicScalar start, SymbolicScalar stop, SymbolicScalar step, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Create("aten::arange.start_step", start, stop, step, dtype);

    /// <summary>Evenly spaced numbers from start to end.</summary>
    public static SymbolicTensor linspace(
        double start, double end, Dim steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create("aten::linspace", start, end, steps, dtype);

    /// <summary>Ones on the diagonal of a matrix of zeros.</summary>
    public static SymbolicTensor eye(
        Dim rows, Dim? columns = null, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create("aten::eye.m", rows, columns is { } given && given > 0 ? given : rows, dtype);

    /// <summary>One number as a tensor without dimensions.</summary>
    public static SymbolicTensor tensor(SymbolicScalar scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        full([], scalar, dtype);

    /// <summary>Zeros of another tensor's shape.</summary>
    public static SymbolicTensor zeros_like(SymbolicTensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.zeros_like(dtype);

    /// <summary>Ones of another tensor's shape.</summary>
    public static SymbolicTensor ones_like(SymbolicTensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.ones_like(dtype);

    /// <summary>One number, in another tensor's shape.</summary>
    public static SymbolicTensor full_like(
        SymbolicTensor input, SymbolicScalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.full_like(value, dtype);

    /// <summary>Random numbers between 0 and 1, in another tensor's shape.</summary>
    public static SymbolicTensor rand_like(SymbolicTensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.rand_like(dtype);

    /// <summary>Normal random numbers, in another tensor's shape.</summary>
    public static SymbolicTensor randn_like(SymbolicTensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.randn_like(dtype);

    // needs: Tracer.Current (internal static, per thread): constants name no tensor that would know its tracer.
    private static SymbolicTensor Create(string name, params Argument[] arguments) =>
        (Tracer.Current ?? throw new InvalidOperationException($"{name} is outside a trace.")).Record(name, arguments)[0];
}
