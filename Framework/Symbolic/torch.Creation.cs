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

    /// <summary>Memory to be written over: zeros here.</summary>
    public static SymbolicTensor empty(Dim[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => zeros(size, dtype);

    /// <summary>Memory to be written over, in another tensor's shape: zeros here.</summary>
    public static SymbolicTensor empty_like(SymbolicTensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.zeros_like(dtype);

    /// <summary>Ones with these probabilities, zeros elsewhere.</summary>
    public static SymbolicTensor bernoulli(SymbolicTensor input) => input.bernoulli();

    /// <summary>One number.</summary>
    public static SymbolicTensor full(
        Dim[] size, SymbolicScalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create("aten::full", size, value, dtype);

    /// <summary>Random numbers between 0 and 1.</summary>
    public static SymbolicTensor rand(
        Dim size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        rand([size], dtype);

    /// <summary>Random numbers between 0 and 1.</summary>
    public static SymbolicTensor rand(
        Dim rows, Dim columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        rand([rows, columns], dtype);

    /// <summary>Random numbers between 0 and 1.</summary>
    public static SymbolicTensor rand(
        Dim dim0, Dim dim1, Dim dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        rand([dim0, dim1, dim2], dtype);

    /// <summary>Random numbers between 0 and 1.</summary>
    public static SymbolicTensor rand(
        Dim dim0, Dim dim1, Dim dim2, Dim dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        rand([dim0, dim1, dim2, dim3], dtype);

    /// <summary>Random numbers between 0 and 1.</summary>
    public static SymbolicTensor rand(Dim[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create("aten::rand", size, dtype);

    /// <summary>Normal random numbers.</summary>
    public static SymbolicTensor randn(
        Dim size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        randn([size], dtype);

    /// <summary>Normal random numbers.</summary>
    public static SymbolicTensor randn(
        Dim rows, Dim columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        randn([rows, columns], dtype);

    /// <summary>Normal random numbers.</summary>
    public static SymbolicTensor randn(
        Dim dim0, Dim dim1, Dim dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        randn([dim0, dim1, dim2], dtype);

    /// <summary>Normal random numbers.</summary>
    public static SymbolicTensor randn(
        Dim dim0, Dim dim1, Dim dim2, Dim dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        randn([dim0, dim1, dim2, dim3], dtype);

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

    /// <summary>The coordinates of a grid, from those along its sides: <c>ij</c> or <c>xy</c>.</summary>
    public static SymbolicTensor[] meshgrid(IReadOnlyList<SymbolicTensor> tensors, string indexing = "ij")
    {
        Dim[] sizes = [.. tensors.Select(tensor => tensor.numel())];
        var grid = tensors.Select((tensor, i) =>
            tensor.reshape([.. sizes.Select((size, d) => d == i ? size : 1)]).expand(sizes));
        return [.. indexing == "xy" && sizes.Length > 1 ? grid.Select(tensor => tensor.transpose(0, 1)) : grid];
    }

    /// <summary>Tensors expanded to the shape to which all of them broadcast.</summary>
    public static SymbolicTensor[] broadcast_tensors(params SymbolicTensor[] tensors)
    {
        var shape = Operators.Shapes.Broadcast(tensors.Select(tensor => tensor.Value.Shape));

        // Each size is that of the tensor that has it, so that it follows.
        Dim[] sizes = [.. shape.Select((size, d) => tensors.Select(t => (t, at: d - shape.Length + t.Value.Rank))
            .First(x => x.at >= 0 && x.t.Value.Shape[x.at] == size) is var (t, at) ? t.shape[at] : (Dim)size)];
        return [.. tensors.Select(tensor => tensor.expand(sizes))];
    }

    private static SymbolicTensor Create(string name, params Argument[] arguments) =>
        (Tracer.Current ?? throw new InvalidOperationException($"{name} is outside a trace.")).Record(name, arguments)[0];
}
